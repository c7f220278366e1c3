import type { Instant } from '@taffrail/domain/kernel';
import { yearsUntil, type MarketView, type Strategy } from '@taffrail/domain/riskgraph';
import { DAYS_A_YEAR } from './sight.ts';

/** Deviations to either side, and where strikes lie close together, as many times as far as they lie apart. */
const WIDTHS = 2.2;
const SPANS = 1.25;

export interface Range {
  readonly low: number;
  readonly high: number;
  /** Until the last leg expires. */
  readonly days: number;
}

/** How far the picture goes: to every strike, and as far as chance carries the price. It stays while one drags. */
export function rangeOf(strategies: readonly Strategy[], view: MarketView, now: Instant): Range {
  const spot = Number(view.spot);
  const legs = strategies.flatMap((strategy) => strategy.legs);
  const strikes = legs.flatMap(({ strike }) => (strike === null ? [] : Number(strike)));
  const years = legs.flatMap(({ expiry }) => (expiry === null ? [] : Math.max(yearsUntil(expiry, now), 0)));
  const last = Math.max(0, ...years);
  const chance = Number(view.volatility) * Math.sqrt(Math.max(last, 5 / DAYS_A_YEAR)) * Math.abs(spot);
  const span = strikes.length < 2 ? Infinity : Math.max(...strikes) - Math.min(...strikes);
  const reach = Math.max(Math.min(WIDTHS * chance, Math.max(SPANS * span, chance)), 0.01 * Math.abs(spot), Number.MIN_VALUE);
  const [low, high] = [Math.min(spot - reach, ...strikes), Math.max(spot + reach, ...strikes)];
  const margin = (high - low) * 0.04;
  return { low: view.follows === 'spot' ? Math.max(low - margin, 0) : low - margin, high: high + margin, days: last * DAYS_A_YEAR };
}
