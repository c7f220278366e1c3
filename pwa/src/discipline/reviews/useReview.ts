import { timeOfWeek } from '@taffrail/domain/conduct';
import { daysOfWeek, type MeasuredSession, type Override, type Week, type WeekReview, weekReview } from '@taffrail/domain/discipline';
import type { Account } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';
import { useBreaches, useTradesSeen } from '../../conduct/index.ts';

interface Kept {
  readonly accounts: readonly Account[];
  readonly overrides: readonly Override[];
  readonly sessions: readonly MeasuredSession[];
}

export interface Reviewed extends WeekReview {
  readonly sessions: readonly MeasuredSession[];
}

/** What a week came to; undefined while it is being read. */
export function useReview(week: Week): { readonly error?: unknown; readonly review: Reviewed | undefined } {
  const replica = useReplica();
  const kept = useLive(['account', 'override', 'trading_session'], () => readKept(replica));
  const trades = useTradesSeen();
  const breaches = useBreaches();
  const review = useMemo(() => {
    if (kept.status !== 'ready' || trades === undefined || breaches === undefined) return undefined;
    const { accounts, overrides, sessions } = kept.value;
    const { first, last } = daysOfWeek(week);
    return {
      ...weekReview(week, { trades, breaches, overrides, ...timeOfWeek(week, accounts) }),
      sessions: sessions.filter(({ metrics: { session_date } }) => session_date >= first && session_date <= last).toSorted(bySession),
    };
  }, [week, kept, trades, breaches]);
  return kept.status === 'failed' ? { error: kept.error, review } : { review };
}

async function readKept(replica: Replica): Promise<Kept> {
  const [accounts, overrides, sessions] = await Promise.all([
    replica.states<Account>('account'),
    replica.states<Override>('override'),
    replica.states<MeasuredSession>('trading_session'),
  ]);
  return {
    accounts: accounts.map(({ state }) => state),
    overrides: overrides.map(({ state }) => state).toSorted((a, b) => (a.declared_at < b.declared_at ? -1 : 1)),
    sessions: sessions.map(({ state }) => state),
  };
}

const placeOf = ({ metrics: { session_date, currency } }: MeasuredSession): string => `${session_date} ${currency}`;

const bySession = (a: MeasuredSession, b: MeasuredSession): number => (placeOf(a) < placeOf(b) ? -1 : 1);
