import { decimal, decimalText, sumOf, tradingDayOf, type DecimalText, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import type { PositionRow } from '@taffrail/replica';

/** What one trader's book comes to at a moment: each account by its own trading day. */
export interface Glance {
  readonly open: readonly PositionRow[];
  readonly planned: readonly PositionRow[];
  readonly results: readonly DayResult[];
}

/** What was closed today in one currency: money of two currencies does not add up. */
export interface DayResult {
  readonly currency: string;
  readonly count: number;
  /** Nothing where one of them is not known: the rest of a sum is no sum. */
  readonly net: DecimalText | null;
}

export function glanceAt(now: Instant, rows: Iterable<PositionRow>, accounts: ReadonlyMap<Id, Account>): Glance {
  const all = [...rows].filter(({ merged_into }) => merged_into === null);
  const closedToday = all.filter(({ account_id, opened_day, closed_day }) => {
    const account = accounts.get(account_id);
    // A plan that was given up is over, and was no trade.
    return opened_day !== null && closed_day !== null && account !== undefined && closed_day === tradingDayOf(now, account);
  });
  return {
    open: all.filter(({ status }) => status === 'open').toSorted(by(({ opened_at }) => opened_at ?? '')),
    planned: all.filter(({ status }) => status === 'planned').toSorted(by(({ created_at }) => created_at)),
    results: [...Map.groupBy(closedToday, ({ currency }) => currency)].map(([currency, closed]) => ({
      currency,
      count: closed.length,
      net: sumKnown(closed.map(({ realised_net }) => realised_net)),
    })),
  };
}

/** The newest first. */
const by =
  (time: (row: PositionRow) => string) =>
  (a: PositionRow, b: PositionRow): number =>
    time(a) < time(b) ? 1 : -Number(time(a) > time(b));

function sumKnown(values: readonly (DecimalText | null)[]): DecimalText | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? decimalText(sumOf(known.map(decimal))) : null;
}
