import type { Day, Instant } from '../kernel/index.ts';
import type { Phase } from './phase.ts';
import { exchangeSessionOf } from './session.ts';
import type { Settings } from './settings.ts';
import type { Trade } from './trade.ts';

/** How many trades the phase allows in the session, and how many were begun. */
export interface TradeLimit {
  readonly date: Day;
  readonly phase: Phase;
  /** What happened stands, above the limit too. */
  readonly trades_executed: number;
  readonly limit: number;
  readonly trades_left: number;
  readonly last_trade_time: Instant | null;
  /** When the next may be begun; null while there is one left. */
  readonly next_allowed_trade: Instant | null;
}

export function tradeLimitOf(phase: Phase, settings: Settings, trades: readonly Trade[], now: Instant): TradeLimit {
  const session = exchangeSessionOf(now, settings);
  const begun = trades.map(({ opened_at }) => opened_at).filter((at) => at >= session.starts_at && at < session.ends_at);
  const limit = settings[phase].max_trades_per_day;
  const trades_left = Math.max(0, limit - begun.length);
  return {
    date: session.day,
    phase,
    trades_executed: begun.length,
    limit,
    trades_left,
    last_trade_time: begun.toSorted().at(-1) ?? null,
    next_allowed_trade: trades_left === 0 ? session.ends_at : null,
  };
}
