import { boundaryOf } from './exercise.ts';
import { type Leg, type OptionLeg, type Scenario, greeksOf, isOption, optionIn } from './leg.ts';
import type { Market } from './market.ts';
import { at } from './places.ts';

/** Legs held together, and what was paid for all of them; what was received is negative. */
export interface Combination {
  readonly legs: readonly Leg[];
  readonly cost: number;
}

/** What a combination gains or loses at each price of the underlying, at one date. */
export interface Profile {
  /** Rising, with every strike among them. */
  readonly spots: Float64Array;
  readonly results: Float64Array;
  /** How it goes on outside. */
  readonly slopeBelow: number;
  readonly slopeAbove: number;
  /** No price is lower. */
  readonly floor: number;
  /** Between two places it is a straight line: every option has expired. */
  readonly isStraight: boolean;
  /** What counts as nothing: rounding of the sums. */
  readonly tolerance: number;
  readonly resultAt: (spot: number) => number;
}

/**
 * Once every option has expired the profile is straight between strikes, and those are all of its places. Before, it bends everywhere, so places are
 * spread evenly in the logarithm of the price to where every option is all or nothing, and beyond that it is straight again.
 */
export function profileOf({ legs, cost }: Combination, market: Market, scenario: Scenario): Profile {
  const strikes = legs.filter(isOption).map(({ strike }) => strike);
  const live = legs.filter(isOption).flatMap((leg) => (leg.strike > 0 && leg.years > scenario.yearsAhead ? optionIn(leg, scenario) : []));
  const isStraight = live.length === 0;
  const spots = placesOf(isStraight ? [0, ...strikes] : [0, ...strikes, ...spread(live, strikes, market)], market);
  const { value, delta } = greeksOf(legs, market, scenario, spots);
  const size = legs.reduce((sum, { quantity }) => sum + Math.abs(quantity), 0);
  const negligible = (slope: number): number => (Math.abs(slope) <= ROUNDING * size ? 0 : slope);
  const slopes = isStraight ? endSlopes(legs) : { below: at(delta, 0), above: slopeFarAbove(legs, market, scenario, spots) };
  return {
    spots,
    results: value.map((worth) => worth - cost),
    slopeBelow: negligible(slopes.below),
    slopeAbove: negligible(slopes.above),
    floor: market.follows === 'future' ? -Infinity : 0,
    isStraight,
    tolerance: ROUNDING * (Math.abs(cost) + size * Math.max(...strikes.map(Math.abs), 1)),
    resultAt: (spot) => at(greeksOf(legs, market, scenario, Float64Array.of(spot)).value, 0) - cost,
  };
}

/** Below and above the strikes of options that have expired; at a strike itself, the delta is neither. */
function endSlopes(legs: readonly Leg[]): { readonly below: number; readonly above: number } {
  const sum = (kind: Leg['kind']) => legs.reduce((total, leg) => (leg.kind === kind ? total + leg.quantity : total), 0);
  return { below: sum('underlying') - sum('put'), above: sum('underlying') + sum('call') };
}

/** The right to exercise early fades by a power of the price, so slowly that some of it is left at the last place. */
function slopeFarAbove(legs: readonly Leg[], market: Market, scenario: Scenario, spots: Float64Array): number {
  return at(greeksOf(legs, market, scenario, Float64Array.of(FAR * at(spots, spots.length - 1))).delta, 0);
}

/** As far as anything happens: beyond the outer strikes, beyond what chance can bridge, and beyond where options are exercised. */
function spread(live: readonly OptionLeg[], strikes: readonly number[], market: Market): number[] {
  const corners = [...strikes, ...live.flatMap((leg) => (leg.exercise === 'american' ? (boundaryOf(leg, market)?.spot ?? []) : []))];
  const logarithms = corners.filter((corner) => corner > 0).map(Math.log);
  const reach = WIDTHS * Math.max(...live.map(({ years, volatility }) => volatility * Math.sqrt(years))) + MARGIN;
  const [low, high] = [Math.min(...logarithms) - reach, Math.max(...logarithms) + reach];
  return Array.from({ length: PLACES }, (_, i) => Math.exp(low + ((high - low) * i) / (PLACES - 1)));
}

/** A future may be anywhere; one place below every strike shows where it leads. */
function placesOf(spots: readonly number[], { follows }: Market): Float64Array {
  const possible = follows === 'future' ? [...spots, Math.min(...spots) - 1] : spots.filter((spot) => spot >= 0);
  return Float64Array.from(new Set(possible)).toSorted();
}

const ROUNDING = 1e-12;
const WIDTHS = 8;
const MARGIN = 0.5;
const PLACES = 1601;
const FAR = 1e12;
