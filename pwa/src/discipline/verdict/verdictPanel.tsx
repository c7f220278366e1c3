import { rulesOn } from '@taffrail/domain/discipline';
import { tradingDayOf, type Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Banner, LinkButton, Select, Skeleton } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { mayWrite } from '../../app/index.ts';
import { useMinute, usePhaseStanding, useRules, useVerdict } from '../../conduct/index.ts';
import { link } from '../../routes/index.ts';
import { discipline as words } from '../../words/index.ts';
import { Glance } from './glance.tsx';

/** What may be done now, in the account one asks about. */
export function VerdictPanel({ accounts }: { readonly accounts: readonly Account[] }) {
  const open = accounts.filter(({ closed }) => !closed).toSorted((a, b) => a.name.localeCompare(b.name));
  const [chosen, setChosen] = useState<Id>();
  const account = open.find(({ id }) => id === chosen) ?? open[0];
  return account === undefined ? null : <Shown account={account} open={open} onChoose={setChosen} />;
}

interface ShownProps {
  readonly account: Account;
  readonly open: readonly Account[];
  readonly onChoose: (id: Id) => void;
}

function Shown({ account, open, onChoose }: ShownProps) {
  const verdict = useVerdict(account.id);
  const phase = usePhaseStanding();
  const rules = useRules();
  const now = useMinute();
  if (verdict === undefined || phase === undefined || rules === undefined) return <Skeleton shape="card" />;
  return (
    <>
      <Glance
        verdict={verdict}
        account={account}
        standing={phase.begun ? phase.standing : undefined}
        rules={rulesOn(rules?.state, tradingDayOf(now, account))}
        now={now}
        choice={open.length > 1 && <AccountChoice account={account} open={open} onChoose={onChoose} />}
      />
      {rules === null && mayWrite.value && (
        <Banner title={words.noRules} actions={<LinkButton href={link('firstRules')}>{words.setRules}</LinkButton>}>
          {words.noRulesMeaning}
        </Banner>
      )}
    </>
  );
}

function AccountChoice({ account, open, onChoose }: ShownProps) {
  return (
    <Select
      bare
      label={words.account}
      value={account.id}
      choices={open.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChoose}
    />
  );
}
