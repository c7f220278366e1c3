import { type Day, type Instant, decimal, msOf, toNumber } from '../kernel/index.ts';
import type { MarketView } from './marketView.ts';
import { type Combination, type Leg, type Market, NOW, greeksOf } from './mathematics/index.ts';
import type { StrategyLeg } from './strategyLeg.ts';
import { costOf } from './units.ts';

/** Markets close then, and options with them. */
const CLOSE = '16:00';
const ZONE = 'America/New_York';
const MS_A_YEAR = 365 * 86_400_000;

export function yearsUntil(day: Day, now: Instant): number {
  const close = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: CLOSE });
  return (close.epochMilliseconds - msOf(now)) / MS_A_YEAR;
}

export function marketOf({ rate, dividend_yield, follows }: MarketView): Market {
  return { rate: Number(rate), dividendYield: Number(dividend_yield), follows };
}

/** The drift that markets themselves expect: what holding it costs less what it pays. */
export function driftOf({ rate, dividend_yield, follows }: MarketView): number {
  return follows === 'future' ? 0 : Number(rate) - Number(dividend_yield);
}

interface Priced {
  readonly legs: readonly StrategyLeg[];
  readonly debit: string | null;
}

/** A strategy as the mathematics take it. Where nobody has said what it costs, it costs what it is worth, and gains nothing as things stand. */
export function combinationOf(strategy: Priced, view: MarketView, now: Instant): Combination {
  const legs = strategy.legs.map((leg) => drawnLeg(leg, view, now));
  const cost = costOf(strategy) ?? greeksOf(legs, marketOf(view), NOW, Float64Array.of(Number(view.spot))).value[0] ?? 0;
  return { legs, cost };
}

function drawnLeg({ strike, right, expiry, exercise, quantity, multiplier }: StrategyLeg, view: MarketView, now: Instant): Leg {
  const size = toNumber(decimal(quantity)) * toNumber(decimal(multiplier));
  if (strike === null || right === null || expiry === null) return { kind: 'underlying', quantity: size };
  const years = yearsUntil(expiry, now);
  return {
    kind: right,
    strike: Number(strike),
    years,
    volatility: Number(view.volatility),
    exercise: exercise ?? 'european',
    quantity: size,
  };
}

/** Several strategies are held together like the legs of one. */
export function together(combinations: readonly Combination[]): Combination {
  return { legs: combinations.flatMap(({ legs }) => legs), cost: combinations.reduce((sum, { cost }) => sum + cost, 0) };
}

/** To begin with, where nobody has said anything of an underlying: at the middle of the strikes or at what was paid, as calm as markets are on average. */
export function usualView(underlying: string, { legs, debit }: Priced): MarketView {
  const strikes = legs.flatMap(({ strike }) => (strike === null ? [] : Number(strike)));
  const spot = strikes.length === 0 ? Number(debit ?? '100') : (Math.min(...strikes) + Math.max(...strikes)) / 2;
  return {
    underlying,
    follows: legs.some(({ instrument_type }) => instrument_type === 'future') ? 'future' : 'spot',
    spot: String(Math.round(spot * 100) / 100),
    volatility: '0.2',
    rate: '0.04',
    dividend_yield: '0',
    skew: null,
  };
}
