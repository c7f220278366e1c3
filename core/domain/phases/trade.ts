import {
  type Day,
  type Decimal,
  type DecimalText,
  type Id,
  type Instant,
  type Session,
  ZERO,
  add,
  decimal,
  tradingDayOf,
} from '../kernel/index.ts';

/** A position as phases see it, open or closed. */
export interface Trade {
  readonly position_id: Id;
  readonly account_id: Id;
  readonly opened_at: Instant;
  readonly closed_at: Instant | null;
  readonly currency: string;
  /** Null while it is open, and where the result cannot be known. */
  readonly net: DecimalText | null;
  readonly r_multiple: DecimalText | null;
}

/** The clock of an account. */
export type ClockOf = (accountId: Id) => Session;

/** A closed trade whose result is known. */
export interface Result {
  readonly position_id: Id;
  readonly closed_at: Instant;
  readonly day: Day;
  readonly currency: string;
  readonly net: Decimal;
  readonly r: Decimal | null;
}

/**
 * The results that speak for a stay in a phase, as they came about. A trade belongs to the phase it was opened in: what was
 * begun before a change neither speaks for the new phase nor leads out of it a second time.
 */
export function resultsSince(trades: readonly Trade[], since: Instant | null, clockOf: ClockOf): readonly Result[] {
  return trades
    .filter(({ opened_at }) => since === null || opened_at >= since)
    .flatMap((trade) => resultOf(trade, clockOf) ?? [])
    .toSorted(byClose);
}

function resultOf({ position_id, account_id, closed_at, currency, net, r_multiple }: Trade, clockOf: ClockOf): Result | undefined {
  if (closed_at === null || net === null) return undefined;
  const day = tradingDayOf(closed_at, clockOf(account_id));
  return { position_id, closed_at, day, currency, net: decimal(net), r: r_multiple === null ? null : decimal(r_multiple) };
}

/** Two that closed at the same instant are told apart by their ids, so that the order they are listed in means nothing. */
function byClose(a: Result, b: Result): number {
  if (a.closed_at !== b.closed_at) return a.closed_at < b.closed_at ? -1 : 1;
  return a.position_id < b.position_id ? -1 : 1;
}

export interface DayResult {
  readonly day: Day;
  readonly net: Decimal;
}

/** Each day on which a trade was closed, and what it made in this currency: money of another kind is not added up. */
export function dayResults(results: readonly Result[], currency: string): readonly DayResult[] {
  const nets = new Map<Day, Decimal>();
  for (const result of results) {
    nets.set(result.day, add(nets.get(result.day) ?? ZERO, result.currency === currency ? result.net : ZERO));
  }
  return [...nets].map(([day, net]) => ({ day, net })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
