import { type Instant, decimal, toNumber } from '../kernel/index.ts';
import { volatilityOf } from './legVolatility.ts';
import { marketOf, yearsUntil } from './market.ts';
import type { MarketView } from './marketView.ts';
import { type Combination, type Leg, NOW, greeksOf } from './mathematics/index.ts';
import type { StrategyLeg } from './strategyLeg.ts';
import { costOf } from './units.ts';

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

function drawnLeg(leg: StrategyLeg, view: MarketView, now: Instant): Leg {
  const { strike, right, expiry, exercise } = leg;
  const quantity = toNumber(decimal(leg.quantity)) * toNumber(decimal(leg.multiplier));
  if (strike === null || right === null || expiry === null) return { kind: 'underlying', quantity };
  const { volatility } = volatilityOf(leg, view, now);
  return { kind: right, strike: Number(strike), years: yearsUntil(expiry, now), volatility, exercise: exercise ?? 'european', quantity };
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
