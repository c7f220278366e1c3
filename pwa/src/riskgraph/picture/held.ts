import type { Instant } from '@taffrail/domain/kernel';
import {
  combinationOf,
  marketOf,
  together,
  volatilityOf,
  type Combination,
  type LegVolatility,
  type Market,
  type MarketView,
  type Strategy,
} from '@taffrail/domain/riskgraph';

/** What is shown, as the mathematics take it: worked out once, however much is dragged. */
export interface Held {
  readonly strategies: readonly Strategy[];
  readonly view: MarketView;
  readonly market: Market;
  /** Of each strategy, in their order. */
  readonly combinations: readonly Combination[];
  readonly all: Combination;
  /** What each leg of each strategy is priced with; null where it is no option. */
  readonly volatilities: readonly (readonly (LegVolatility | null)[])[];
}

export function heldOf(strategies: readonly Strategy[], view: MarketView, now: Instant): Held {
  const combinations = strategies.map((strategy) => combinationOf(strategy, view, now));
  const volatilities = strategies.map(({ legs }) =>
    legs.map((leg) => (leg.instrument_type === 'option' ? volatilityOf(leg, view, now) : null)),
  );
  return { strategies, view, market: marketOf(view), combinations, all: together(combinations), volatilities };
}

/** The first expiry, in years from now; of what has none, now. */
export function firstExpiryOf({ legs }: Combination): number {
  const years = legs.flatMap((leg) => (leg.kind === 'underlying' ? [] : Math.max(leg.years, 0)));
  return years.length === 0 ? 0 : Math.min(...years);
}
