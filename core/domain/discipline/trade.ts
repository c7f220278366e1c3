import { type Day, type DecimalText, type Id, type Instant, type Session, tradingDayOf } from '../kernel/index.ts';

/** A trade as the rules see it. What cannot be known is null. */
export interface Trade {
  readonly position_id: Id;
  readonly account_id: Id;
  readonly symbol: string;
  readonly instrument_types: readonly InstrumentType[];
  readonly currency: string;
  readonly opened_at: Instant;
  readonly closed_at: Instant | null;
  /** What it made after all fees, once it is closed. */
  readonly net: DecimalText | null;
  readonly r_multiple: DecimalText | null;
  /** What was meant to be risked, in percent of the account, and the most that its grade, its playbook and its account allowed. */
  readonly intended_risk_pct: DecimalText | null;
  readonly risk_cap_pct: DecimalText | null;
  readonly size: DecimalText | null;
}

export const instrumentTypes = ['option', 'stock', 'future'] as const;

export type InstrumentType = (typeof instrumentTypes)[number];

/** A trade on the clock of its account: it is counted on the day it was opened, and what it made on the day it was closed. */
export interface DatedTrade extends Trade {
  readonly opened_on: Day;
  readonly closed_on: Day | null;
}

export function datedTrade(trade: Trade, clock: Session): DatedTrade {
  const { opened_at, closed_at } = trade;
  return {
    ...trade,
    opened_on: tradingDayOf(opened_at, clock),
    closed_on: closed_at === null ? null : tradingDayOf(closed_at, clock),
  };
}

type Moments = Pick<Trade, 'opened_at' | 'closed_at' | 'position_id'>;

const inOrder = (a: string, b: string): -1 | 0 | 1 => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Of the same moment, ids decide, so that everybody counts in the same order. */
export function byOpening(a: Moments, b: Moments): -1 | 0 | 1 {
  return inOrder(a.opened_at, b.opened_at) || inOrder(a.position_id, b.position_id);
}

export function byClosing(a: Moments, b: Moments): -1 | 0 | 1 {
  return inOrder(a.closed_at ?? '', b.closed_at ?? '') || inOrder(a.position_id, b.position_id);
}
