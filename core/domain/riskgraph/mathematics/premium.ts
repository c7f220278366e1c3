import type { Boundary } from './exercise.ts';
import type { Greeks } from './greeks.ts';
import { addTo, at } from './places.ts';

/** By how much each part of the curve changes with an input; of the premium and the boundary, the logarithm. */
export interface BoundaryChange {
  readonly premium: number;
  readonly spot: number;
  readonly power: number;
  readonly square: number;
  readonly slope: number;
}

/** From two boundaries, as far apart in the input as the step says. Without two of them the right to exercise is worth nothing yet. */
export function changeBetween(low: Boundary | undefined, high: Boundary | undefined, step: number): BoundaryChange {
  if (low === undefined || high === undefined) return NO_CHANGE;
  return {
    premium: Math.log(high.premium / low.premium) / step,
    spot: Math.log(high.spot / low.spot) / step,
    power: (high.power - low.power) / step,
    square: (high.square - low.square) / step,
    slope: (high.slope - low.slope) / step,
  };
}

/** Prices of the underlying, and the logarithm of each. */
export interface Spots {
  readonly spots: Float64Array;
  readonly logarithms: Float64Array;
}

/**
 * Adds what the right to exercise early is worth at each price that is not exercised yet, and how that changes with the price and with both inputs;
 * nothing where the boundary is out of sight.
 */
export function addPremium(
  into: Greeks,
  { spots, logarithms }: Spots,
  boundary: Boundary,
  byVolatility: BoundaryChange,
  byRate: BoundaryChange,
): void {
  const { spot: end, premium, power, square, slope } = boundary;
  const endsAt = Math.log(end);
  const { value, delta, gamma, vega, rho } = into;
  for (let i = 0; i < spots.length; i++) {
    const spot = at(spots, i);
    const distance = at(logarithms, i) - endsAt;
    const fading = power * distance;
    if (!(fading <= 0 && fading >= OUT_OF_SIGHT)) continue;
    const { factor, tilt, curve } = correction((square * distance + slope) * distance);
    const lean = 2 * square * distance + slope;
    const growth = power + tilt * lean;
    const bend = curve * lean * lean + 2 * tilt * square;
    const worth = premium * Math.exp(fading) * factor;
    addTo(value, i, worth);
    addTo(delta, i, (worth * growth) / spot);
    addTo(gamma, i, (worth * (growth * growth - growth + bend)) / (spot * spot));
    addTo(vega, i, worth * relativeChange(byVolatility, distance, growth, tilt));
    addTo(rho, i, worth * relativeChange(byRate, distance, growth, tilt));
  }
}

/** Of the premium at one price with an input, by the parts of its curve: at a distance in logarithms, where it grows so fast, also with the correction. */
function relativeChange({ premium, spot, power, square, slope }: BoundaryChange, distance: number, growth: number, tilt: number): number {
  return premium + (power + tilt * (square * distance + slope)) * distance - growth * spot;
}

interface Correction {
  readonly factor: number;
  readonly tilt: number;
  readonly curve: number;
}

/**
 * The factor 1/(1 − x) of the paper, and the first two derivatives of its logarithm. It has a pole, which wild days before an expiry do meet while the
 * premium is next to nothing; so from a factor of 2 on it comes to rest at 3 instead.
 */
function correction(x: number): Correction {
  if (x <= RESTS_FROM) {
    const factor = 1 / (1 - x);
    return { factor, tilt: factor, curve: factor * factor };
  }
  const left = Math.exp(-4 * (x - RESTS_FROM));
  const factor = 3 - left;
  const tilt = (4 * left) / factor;
  return { factor, tilt, curve: -4 * tilt - tilt * tilt };
}

const NO_CHANGE: BoundaryChange = { premium: 0, spot: 0, power: 0, square: 0, slope: 0 };
const RESTS_FROM = 0.5;
/** A share of the premium at the boundary that leaves no trace in the value of an option. */
const OUT_OF_SIGHT = -36;
