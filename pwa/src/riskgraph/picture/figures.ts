import { greeksOf, type LegVolatility } from '@taffrail/domain/riskgraph';
import { resultsOn } from './drawing.ts';
import type { Held } from './held.ts';
import { DAYS_A_YEAR, scenarioOf, type Sight } from './sight.ts';

export interface LegFigures {
  readonly strategyId: string;
  readonly place: number;
  /** By now and at what is looked at; null of what is no option. */
  readonly volatility: LegVolatility | null;
  /** Value, delta, gamma, theta a day, vega a point and rho a point. */
  readonly greeks: readonly number[];
}

/** Value and Greeks of every leg at what is looked at. */
export function legFigures({ strategies, combinations, market, volatilities }: Held, sight: Sight): readonly LegFigures[] {
  const scenario = scenarioOf(sight);
  const at = Float64Array.of(sight.spot);
  return combinations.flatMap(({ legs }, one) =>
    legs.map((leg, place) => {
      const { value, delta, gamma, theta, vega, rho } = greeksOf([leg], market, scenario, at);
      const said = volatilities[one]?.[place] ?? null;
      return {
        strategyId: strategies[one]?.id ?? '',
        place,
        volatility: said && { ...said, volatility: Math.max(said.volatility + sight.volatilityShift, 0) },
        greeks: [only(value), only(delta), only(gamma), only(theta, DAYS_A_YEAR), only(vega, 100), only(rho, 100)],
      };
    }),
  );
}

/** Results of everything shown, a row for each price and a column for each day. */
export function scenariosOf(held: Held, prices: readonly number[], sights: readonly Omit<Sight, 'spot'>[]): readonly (readonly number[])[] {
  const spots = Float64Array.from(prices);
  const columns = sights.map((sight) => resultsOn(held, spots, sight));
  return prices.map((_, row) => columns.map((column) => column[row] ?? 0));
}

const only = (figures: Float64Array, share = 1): number => (figures[0] ?? 0) / share;
