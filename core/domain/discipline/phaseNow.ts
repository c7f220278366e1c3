import { type DecimalText, type Instant, compare, decimal } from '../kernel/index.ts';
import type { Moment } from './moment.ts';
import type { Reason } from './reason.ts';
import { sumText } from './rules/lossLimit.ts';

/** The phase a trader is in, as far as it has a say in the next trade. */
export interface PhaseNow {
  /** As it is called. */
  readonly name: string;
  /** No real money yet; what is traded on paper has any size. */
  readonly paper_only: boolean;
  readonly trades_executed: number;
  /** Null where the phase does not count. */
  readonly trades_limit: number | null;
  readonly next_allowed_trade: Instant | null;
  /** The most real money in one trade, in this currency: in others it cannot be compared. */
  readonly position_size: DecimalText;
  readonly currency: string;
}

export function phaseTradesLeft({ trades_limit, trades_executed }: PhaseNow): number | null {
  return trades_limit === null ? null : Math.max(0, trades_limit - trades_executed);
}

/** Undefined where the phase says nothing about the size of a trade in this account. */
export function phaseSize({ position_size, currency }: PhaseNow, account: Moment['account']): DecimalText | undefined {
  return currency === account.currency ? position_size : undefined;
}

export function phaseReasons(phase: PhaseNow, moment: Moment): readonly Reason[] {
  return [...tradeReasons(phase), ...sizeReasons(phase, moment)];
}

function tradeReasons({ name, trades_executed, trades_limit, next_allowed_trade }: PhaseNow): readonly Reason[] {
  if (trades_limit === null || trades_executed < trades_limit) return [];
  return [
    {
      rule: 'phase_trades',
      effect: 'stops',
      sentence: `Trade limit reached: ${trades_executed} of ${trades_limit} today (${name}).`,
      figure: String(trades_executed),
      limit: String(trades_limit),
      clears_at: next_allowed_trade,
    },
  ];
}

function sizeReasons(phase: PhaseNow, { account, intended: { size } }: Moment): readonly Reason[] {
  const limit = phaseSize(phase, account);
  if (limit === undefined) return [];
  const { name, paper_only, currency } = phase;
  const terms = { rule: 'phase_size', figure: size, limit, clears_at: null };
  if (paper_only) return [{ ...terms, effect: 'limits', sentence: `${name} trades on paper only.` }];
  const allowed = `${name} allows ${sumText(decimal(limit), currency)} in one trade`;
  if (size === null || compare(decimal(size), decimal(limit)) <= 0) return [{ ...terms, effect: 'limits', sentence: `${allowed}.` }];
  return [{ ...terms, effect: 'stops', sentence: `${allowed}; ${sumText(decimal(size), currency)} is meant to be put in.` }];
}
