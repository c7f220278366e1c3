import { asJson, isRefusal, type Id } from '@taffrail/domain/kernel';
import type { Strategy } from '@taffrail/domain/riskgraph';
import type { Account } from '@taffrail/domain/tradelog';
import { arm } from '@taffrail/replica';
import { Select } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { FormDialog, toast, useLive, useReplica } from '../../app/index.ts';
import { useVerdict } from '../../conduct/index.ts';
import { go, link } from '../../routes/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { nextId } from '../does.ts';

/** A strategy as a plan in the journal, as far as the rules allow one now. */
export function PlanDialog({ strategy, onClose }: { readonly strategy: Strategy; readonly onClose: () => void }) {
  const replica = useReplica();
  const answer = useLive(['account'], () => replica.states<Account>('account'));
  const accounts = answer.status === 'ready' ? answer.value.map(({ state }) => state).filter(({ closed }) => !closed) : [];
  const [chosen, setChosen] = useState<Id>();
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  const verdict = useVerdict(account?.id);

  async function plan() {
    if (account === undefined || verdict === undefined) return undefined;
    const { symbol, underlying, legs } = strategy;
    const positionId = nextId(replica);
    const planned = legs.map(({ exercise: _, ...leg }) => ({ ...leg, id: nextId(replica) }));
    const wish = {
      type: 'CreatePosition',
      aggregate_id: positionId,
      payload: asJson({ account_id: account.id, symbol, underlying, legs: planned }),
    };
    const made = await arm(replica, { account_id: account.id, position_id: positionId, wishes: [wish] }, verdict, null);
    if (isRefusal(made)) return made;
    toast({ text: words.planned });
    go(link('position', { id: positionId }));
    return undefined;
  }

  return (
    <FormDialog title={words.planTitle} submit={words.arm} canSubmit={account !== undefined} onSubmit={plan} onClose={onClose}>
      <p>{words.planMeaning}</p>
      {answer.status === 'ready' && accounts.length === 0 && <p>{words.noAccount}</p>}
      {accounts.length > 0 && (
        <Select
          label={words.account}
          value={account?.id}
          choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
    </FormDialog>
  );
}
