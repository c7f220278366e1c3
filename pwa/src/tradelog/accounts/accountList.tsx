import type { Versioned } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Badge, Button, EmptyState, ErrorState, List, ListItem, Menu, Section, Skeleton, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { mayWrite, sentenceOf, toast, useLive, useReplica } from '../../app/index.ts';
import { accounts as words } from '../../words/index.ts';
import { doOrSay } from '../standing.ts';
import { AccountForm } from './accountForm.tsx';

type Shown = Versioned<Account> | 'new';

/** The accounts of the book, to be opened, changed and closed. */
export function AccountList() {
  const replica = useReplica();
  const answer = useLive(['account'], () => replica.states<Account>('account'));
  const [edited, setEdited] = useState<Shown>();
  return (
    <Section
      title={words.title}
      actions={
        mayWrite.value && (
          <Button icon="add" onClick={() => setEdited('new')}>
            {words.newAccount}
          </Button>
        )
      }
    >
      {answer.status === 'loading' && <Skeleton shape="row" count={2} />}
      {answer.status === 'failed' && <ErrorState title={words.failed}>{sentenceOf(answer.error)}</ErrorState>}
      {answer.status === 'ready' && answer.value.length === 0 && (
        <EmptyState icon="positions" title={words.none}>
          {words.whatFor}
        </EmptyState>
      )}
      {answer.status === 'ready' && answer.value.length > 0 && (
        <List label={words.title}>
          {answer.value.toSorted(byName).map((account) => (
            <AccountItem key={account.id} account={account} onEdit={() => setEdited(account)} />
          ))}
        </List>
      )}
      {edited === 'new' && (
        <AccountForm title={words.newAccount} onClose={() => setEdited(undefined)} onSaved={() => setEdited(undefined)} />
      )}
      {edited !== undefined && edited !== 'new' && (
        <AccountForm
          title={edited.state.name}
          account={edited.state}
          version={edited.version}
          onClose={() => setEdited(undefined)}
          onSaved={() => setEdited(undefined)}
        />
      )}
    </Section>
  );
}

/** Open ones first. */
function byName({ state: a }: Versioned<Account>, { state: b }: Versioned<Account>): number {
  return Number(a.closed) - Number(b.closed) || a.name.localeCompare(b.name);
}

function AccountItem({ account: { state, version }, onEdit }: { readonly account: Versioned<Account>; readonly onEdit: () => void }) {
  const replica = useReplica();
  const formats = useFormats();
  const { id, name, broker, currency, zone, session_start, account_max_risk_pct, closed } = state;
  const risk = account_max_risk_pct === null ? [] : [words.atMost(formats.percent(account_max_risk_pct))];

  async function turn(type: 'CloseAccount' | 'ReopenAccount', expected_version: number): Promise<void> {
    if (!(await doOrSay(replica, { type, aggregate_id: id, payload: {}, expected_version }))) return;
    const back = type === 'CloseAccount' ? 'ReopenAccount' : 'CloseAccount';
    toast({
      text: words.turned[type](name),
      onUndo: () => void doOrSay(replica, { type: back, aggregate_id: id, payload: {}, expected_version: expected_version + 1 }),
    });
  }

  const items = [
    { label: words.change, icon: 'edit' as const, onSelect: onEdit },
    closed
      ? { label: words.reopen, icon: 'undo' as const, onSelect: () => void turn('ReopenAccount', version) }
      : { label: words.close, icon: 'lock' as const, onSelect: () => void turn('CloseAccount', version) },
  ];
  return (
    <ListItem
      title={
        <>
          {name} {closed && <Badge>{words.closed}</Badge>}
        </>
      }
      note={[broker, currency, words.day(zone.replaceAll('_', ' '), session_start), ...risk].join(' · ')}
      end={mayWrite.value && <Menu label={words.actions(name)} items={items} />}
    />
  );
}
