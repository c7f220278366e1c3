import { addEuropean, type Option } from './european.ts';
import { type Boundary, LEAST_VOLATILITY, boundaryOf } from './exercise.ts';
import { type Greeks, clear, noGreeks } from './greeks.ts';
import { type Market, yieldOf } from './market.ts';
import { addTo, at } from './places.ts';
import { type BoundaryChange, type Spots, addPremium, changeBetween } from './premium.ts';

/**
 * Adds so many options that may be exercised at any time, by Ju and Zhong's quadratic approximation (1999): the European option and what the right to
 * exercise early adds. Its boundary is found once for all prices. Theta follows from the equation every option obeys until it is exercised; vega and
 * rho of the premium follow from how the parts of its curve move, which is found once as well.
 */
export function addAmerican(into: Greeks, workings: Workings, option: Option, market: Market, quantity: number): void {
  const { spots, kept } = workings;
  const boundary = boundaryOf(option, market);
  if (boundary === undefined) {
    addEuropean(into, spots, option, market, quantity);
    return;
  }
  clear(kept);
  addEuropean(kept, spots, option, market, 1);
  const [byVolatility, byRate] = [changeOver(option, market, boundary, 'volatility'), changeOver(option, market, boundary, 'rate')];
  addPremium(kept, workings, boundary, byVolatility, byRate);
  addKeptOrExercised(into, workings, boundary, option, market, quantity);
}

/** What all legs at the same prices share: getting it anew takes as long as a tenth of their prices. */
export interface Workings extends Spots {
  /** What one option is worth as long as it is not exercised. */
  readonly kept: Greeks;
}

export function workingsFor(spots: Float64Array): Workings {
  return { spots, logarithms: spots.map(Math.log), kept: noGreeks(spots.length) };
}

function addKeptOrExercised(
  into: Greeks,
  { spots, kept }: Workings,
  { side, spot: end }: Boundary,
  { strike, volatility }: Option,
  market: Market,
  quantity: number,
): void {
  const { rate } = market;
  const carry = rate - yieldOf(market);
  const halfVariance = 0.5 * volatility * volatility;
  const { value, delta, gamma, theta, vega, rho } = into;
  const { value: values, delta: deltas, gamma: gammas, vega: vegas, rho: rhos } = kept;
  for (let i = 0; i < spots.length; i++) {
    const spot = at(spots, i);
    const exercised = side * (spot - strike);
    const worth = at(values, i);
    // Close to its boundary the approximation falls short of what exercising gives, which nobody has to take less than.
    if (side * (spot - end) >= 0 || worth <= exercised) {
      // Whoever exercises has what it is worth, and nothing that time, volatility or rates could change.
      addTo(value, i, quantity * exercised);
      addTo(delta, i, quantity * side);
    } else {
      const first = at(deltas, i);
      const second = at(gammas, i);
      addTo(value, i, quantity * worth);
      addTo(delta, i, quantity * first);
      addTo(gamma, i, quantity * second);
      addTo(theta, i, quantity * (rate * worth - carry * spot * first - halfVariance * spot * spot * second));
      addTo(vega, i, quantity * at(vegas, i));
      addTo(rho, i, quantity * at(rhos, i));
    }
  }
}

/** How the boundary and its curve change with one of the inputs, by a step to each side of it. */
function changeOver(option: Option, market: Market, boundary: Boundary, input: 'volatility' | 'rate'): BoundaryChange {
  const step = input === 'volatility' ? Math.max(option.volatility, LEAST_VOLATILITY) * STEP : STEP;
  const moved = (by: number): Boundary | undefined =>
    input === 'volatility'
      ? boundaryOf({ ...option, volatility: option.volatility + by }, market, boundary)
      : boundaryOf(option, { ...market, rate: market.rate + by }, boundary);
  return changeBetween(moved(-step), moved(step), 2 * step);
}

const STEP = 1e-4;

/** One American option at one price. */
export function americanOption(spot: number, option: Option, market: Market): Greeks {
  const greeks = noGreeks(1);
  addAmerican(greeks, workingsFor(Float64Array.of(spot)), option, market, 1);
  return greeks;
}
