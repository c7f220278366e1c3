import { asJson, isRefusal, type Id } from '@taffrail/domain/kernel';
import type { Strategy } from '@taffrail/domain/riskgraph';
import type { Account } from '@taffrail/domain/tradelog';
import { OverrideDialog, stopsIn, VerdictNote } from '@taffrail/face';
import { arm } from '@taffrail/replica';
import { Select } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { FormDialog, toast, useLive, useReplica } from '../../app/index.ts';
import { useMinute, useVerdict } from '../../conduct/index.ts';
import { go, link } from '../../routes/index.ts';
import { discipline as disciplineWords, riskgraph as words } from '../../words/index.ts';
import { nextId } from '../does.ts';

/** A strategy as a plan in the journal: as far as the rules allow one now, or over them with the reason on the record. */
export function PlanDialog({ strategy, onClose }: { readonly strategy: Strategy; readonly onClose: () => void }) {
  const replica = useReplica();
  const now = useMinute();
  const answer = useLive(['account'], () => replica.states<Account>('account'));
  const accounts = answer.status === 'ready' ? answer.value.map(({ state }) => state).filter(({ closed }) => !closed) : [];
  const [chosen, setChosen] = useState<Id>();
  const [isAsked, setAsked] = useState(false);
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  const instrument_types = [...new Set(strategy.legs.map(({ instrument_type }) => instrument_type))];
  const verdict = useVerdict(account?.id, { intended: { symbol: strategy.symbol, instrument_types, risk_pct: null, size: null } });
  const stops = stopsIn(verdict?.reasons ?? []);

  async function plan(overrideReason: string | null) {
    if (account === undefined || verdict === undefined) return undefined;
    const { symbol, underlying, legs } = strategy;
    const positionId = nextId(replica);
    const planned = legs.map(({ exercise: _, volatility: __, ...leg }) => ({ ...leg, id: nextId(replica) }));
    const wish = {
      type: 'CreatePosition',
      aggregate_id: positionId,
      payload: asJson({ account_id: account.id, symbol, underlying, legs: planned }),
    };
    const made = await arm(replica, { account_id: account.id, position_id: positionId, wishes: [wish] }, verdict, overrideReason);
    if (isRefusal(made)) return made;
    toast({ text: words.planned });
    go(link('position', { id: positionId }));
    return undefined;
  }

  async function goOver(reason: string): Promise<void> {
    setAsked(false);
    const refused = await plan(reason);
    if (refused === undefined) onClose();
    else toast({ tone: 'breach', text: refused.sentence });
  }

  return (
    <>
      <FormDialog
        title={words.planTitle}
        submit={stops.length === 0 ? words.arm : disciplineWords.override}
        danger={stops.length > 0}
        canSubmit={account !== undefined && verdict !== undefined}
        // What the rules are against becomes a plan once somebody has said why all the same.
        onSubmit={async () => (stops.length === 0 ? plan(null) : undefined)}
        onDone={() => (stops.length === 0 ? onClose() : setAsked(true))}
        onClose={onClose}
      >
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
        {verdict && account && <VerdictNote verdict={verdict} currency={account.currency} now={now} hasHappened={false} />}
      </FormDialog>
      {isAsked && <OverrideDialog stops={stops} now={now} onClose={() => setAsked(false)} onOverride={(reason) => void goOver(reason)} />}
    </>
  );
}
