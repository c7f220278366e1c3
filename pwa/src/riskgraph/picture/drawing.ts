import { breakevensOf, extremesOf, greeksOf, profileOf, type Combination, type Extremes } from '@taffrail/domain/riskgraph';
import { firstExpiryOf, type Held } from './held.ts';
import type { Range } from './range.ts';
import { DAYS_A_YEAR, scenarioOf, type Sight } from './sight.ts';

const PLACES = 240;

export interface Line {
  readonly id: string;
  readonly results: Float64Array;
}

/** What it comes to at the first expiry. Neither a price nor a date that is tried out changes it. */
export interface Ending {
  readonly spots: Float64Array;
  readonly results: Float64Array;
  /** Of each strategy by itself, where there are several. */
  readonly lines: readonly Line[];
  readonly breakevens: readonly number[];
  readonly extremes: Extremes;
  /** The first expiry, in days from now. */
  readonly days: number;
}

export function endingOf({ strategies, combinations, all, market }: Held, range: Range, volatilityShift: number): Ending {
  const scenario = { yearsAhead: firstExpiryOf(all), volatilityShift };
  const spots = placesOf(all, range);
  const resultsOf = ({ legs, cost }: Combination): Float64Array =>
    greeksOf(legs, market, scenario, spots).value.map((worth) => worth - cost);
  const profile = profileOf(all, market, scenario);
  const lineOf = (one: Combination, place: number): Line => ({ id: strategies[place]?.id ?? '', results: resultsOf(one) });
  return {
    spots,
    results: resultsOf(all),
    lines: combinations.length < 2 ? [] : combinations.map(lineOf),
    breakevens: breakevensOf(profile),
    extremes: extremesOf(profile),
    days: scenario.yearsAhead * DAYS_A_YEAR,
  };
}

/** What it comes to on the day looked at, at each of these prices. */
export function resultsOn({ all: { legs, cost }, market }: Held, spots: Float64Array, sight: Omit<Sight, 'spot'>): Float64Array {
  return greeksOf(legs, market, scenarioOf(sight), spots).value.map((worth) => worth - cost);
}

export const resultAt = (held: Held, sight: Sight): number => resultsOn(held, Float64Array.of(sight.spot), sight)[0] ?? 0;

/** Every strike is a place, so that corners are where they are. */
function placesOf({ legs }: Combination, { low, high }: Range): Float64Array {
  const even = Array.from({ length: PLACES + 1 }, (_, i) => low + ((high - low) * i) / PLACES);
  const strikes = legs.flatMap((leg) => (leg.kind === 'underlying' ? [] : leg.strike)).filter((strike) => strike > low && strike < high);
  return Float64Array.from(new Set([...even, ...strikes])).toSorted();
}

/** Between two places a curve counts as straight. */
export function readAt(price: number, spots: Float64Array, results: Float64Array): number {
  const above = Math.min(
    Math.max(
      spots.findIndex((spot) => spot >= price),
      1,
    ),
    spots.length - 1,
  );
  const [from, to] = [spots[above - 1] ?? 0, spots[above] ?? 0];
  const [low, high] = [results[above - 1] ?? 0, results[above] ?? 0];
  return to === from ? low : low + ((high - low) * (price - from)) / (to - from);
}
