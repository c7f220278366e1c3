import { intendedBy } from '@taffrail/domain/conduct';
import type { Reason, Verdict } from '@taffrail/domain/discipline';
import { isRefusal, tradingDayOf, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Account, Position } from '@taffrail/domain/tradelog';
import { arm, type ResponseRow, type Wish } from '@taffrail/replica';
import { useReplica } from '../../app/index.ts';
import { useMinute, useRules, useVerdict } from '../../conduct/index.ts';
import { outcomeOf, type EntryDraft } from './draft.ts';
import { gradeCapOf } from './gradeCap.ts';
import type { Send } from './useEntry.ts';

/** What the rules say to a trade that is being typed, and how it is saved with what they say. */
export interface Arming {
  /** Undefined until it is read. */
  readonly verdict: Verdict | undefined;
  readonly now: Instant;
  /** What was filled is a fact, which nothing stops. */
  readonly hasHappened: boolean;
  /** What stands against saving it. */
  readonly stops: readonly Reason[];
  /** With why all the same, where something stands against it. */
  readonly sendWith: (overrideReason: string | null) => Send;
}

export function useArming(draft: EntryDraft, account: Account | undefined, position: Position | undefined): Arming {
  const replica = useReplica();
  const rules = useRules();
  const now = useMinute();
  const intended = position === undefined ? saidSoFar(draft) : intendedBy(position, rules?.state);
  const rows = replica.rows<ResponseRow>('responses').value?.values() ?? [];
  const grade_cap_pct = account === undefined ? null : gradeCapOf(rows, draft.symbol, tradingDayOf(now, account));
  const verdict = useVerdict(account?.id, { intended, grade_cap_pct });
  const hasHappened = outcomeOf(draft) === 'filled';
  const stops = hasHappened ? [] : (verdict?.reasons ?? []).filter(({ effect }) => effect === 'stops');

  const sendWith =
    (overrideReason: string | null): Send =>
    async (wish, accountId) => {
      const plan = { account_id: accountId, position_id: positionIn(wish), wishes: [wish] };
      const answer = verdict === undefined ? await replica.dispatch(wish) : await arm(replica, plan, verdict, overrideReason);
      return isRefusal(answer) ? answer : undefined;
    };

  return { verdict, now, hasHappened, stops, sendWith };
}

/** An order is no position yet. */
const positionIn = ({ type, aggregate_id }: Wish): Id | null => (type === 'CreatePosition' ? aggregate_id : null);

/** Before it is enough to be a trade, the rules can say something of its symbol and its kind. */
function saidSoFar({ symbol, legs }: EntryDraft) {
  const types = [...new Set(legs.map(({ instrument_type }) => instrument_type))];
  return { symbol: symbol.trim() || null, instrument_types: symbol.trim() === '' ? [] : types, risk_pct: null, size: null };
}
