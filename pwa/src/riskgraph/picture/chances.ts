import {
  CONFIDENCE,
  breakevensOf,
  chancesIn,
  driftOf,
  expectedResult,
  p50,
  probabilityOfProfit,
  profileOf,
  tailLoss,
  touchProbability,
  type Combination,
} from '@taffrail/domain/riskgraph';
import { firstExpiryOf, type Held } from './held.ts';
import { DAYS_A_YEAR, type Sight } from './sight.ts';

/** A stretch of prices in which everything gains or everything loses, and how likely one of them is at expiry. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly chance: number;
  readonly gains: boolean;
}

export interface Chances {
  readonly profit: number;
  /** Of half of the most that can be made, at some moment before; null where there is no most. */
  readonly half: number | null;
  readonly expected: number;
  readonly valueAtRisk: number;
  readonly tail: number;
  readonly touches: readonly { readonly price: number; readonly chance: number }[];
  readonly stretches: readonly Stretch[];
  /** The skew was no distribution, so one volatility stands for it. */
  readonly isFlat: boolean;
}

/** What may come of it by the first expiry, from the price, the day and the volatility looked at. */
export function chancesOf({ all, market, view }: Held, sight: Sight): Chances {
  const yearsAhead = firstExpiryOf(all);
  const profile = profileOf(all, market, { yearsAhead, volatilityShift: sight.volatilityShift });
  const outlook = {
    spot: Math.max(sight.spot, Number.MIN_VALUE),
    drift: driftOf(view),
    volatility: Math.max(Number(view.volatility) + sight.volatilityShift, 0),
    years: Math.max(yearsAhead - sight.days / DAYS_A_YEAR, 0),
  };
  const { distribution, isFlat } = chancesIn(view, outlook);
  const { valueAtRisk, conditionalValueAtRisk } = tailLoss(profile, distribution, CONFIDENCE);
  const breakevens = breakevensOf(profile).filter((price) => price > 0);
  const ends = [0, ...breakevens, Infinity];
  return {
    profit: probabilityOfProfit(profile, distribution),
    half: p50(asOf(all, sight), market, outlook),
    expected: expectedResult(profile, distribution),
    valueAtRisk,
    tail: conditionalValueAtRisk,
    touches: breakevens.map((price) => ({ price, chance: touchProbability(outlook, price) })),
    stretches: breakevens.length === 0 ? [] : ends.slice(1).map((to, place) => stretch(ends[place] ?? 0, to)),
    isFlat,
  };

  function stretch(from: number, to: number): Stretch {
    const inside = to === Infinity ? 2 * from + 1 : (from + to) / 2;
    const chance = distribution.below(to) - (from > 0 ? distribution.below(from) : 0);
    return { from, to, chance, gains: profile.resultAt(inside) > profile.tolerance };
  }
}

/** The same legs on the day looked at, at the volatility they have by then. */
function asOf({ legs, cost }: Combination, { days, volatilityShift }: Sight): Combination {
  const by = (leg: Combination['legs'][number]) =>
    leg.kind === 'underlying'
      ? leg
      : { ...leg, years: leg.years - days / DAYS_A_YEAR, volatility: Math.max(leg.volatility + volatilityShift, 0) };
  return { legs: legs.map(by), cost };
}
