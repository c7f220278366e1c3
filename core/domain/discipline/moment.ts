import type { DecimalText, Id, Instant, Session } from '../kernel/index.ts';
import type { TradedDay } from './results.ts';
import type { DatedTrade, InstrumentType } from './trade.ts';

/** The account that the next trade would be booked in, as far as it matters to the rules. */
export interface AccountNow extends Session {
  readonly id: Id;
  readonly currency: string;
  readonly account_max_risk_pct: DecimalText | null;
}

/** What is meant to be traded next; null for what has not been said yet. */
export interface Intended {
  readonly symbol: string | null;
  readonly instrument_types: readonly InstrumentType[];
  readonly risk_pct: DecimalText | null;
  readonly size: DecimalText | null;
}

/** Where a trader stands in the moment of asking. */
export interface Moment {
  readonly now: Instant;
  readonly account: AccountNow;
  readonly today: TradedDay;
  readonly day_ends_at: Instant;
  readonly trades: readonly DatedTrade[];
  readonly intended: Intended;
}
