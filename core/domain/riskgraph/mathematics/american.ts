import { addEuropean, type Option } from './european.ts';
import {
  type Boundary,
  type BoundaryChange,
  LEAST_VOLATILITY,
  boundaryOf,
  changeBetween,
  premiumChange,
  premiumSlopes,
} from './exercise.ts';
import { type Greeks, noGreeks } from './greeks.ts';
import { type Market, yieldOf } from './market.ts';
import { addTo, at } from './places.ts';

/**
 * Adds so many options that may be exercised at any time, by Ju and Zhong's quadratic approximation (1999): the European option and what the right to
 * exercise early adds. Its boundary is found once for all prices. Theta follows from the equation every option obeys until it is exercised; vega and
 * rho of the premium follow from how the parts of its curve move, which is found once as well.
 */
export function addAmerican(into: Greeks, spots: Float64Array, option: Option, market: Market, quantity: number): void {
  const boundary = boundaryOf(option, market);
  if (boundary === undefined) {
    addEuropean(into, spots, option, market, quantity);
    return;
  }
  const { side, spot: end } = boundary;
  const [byVolatility, byRate] = [changeOver(option, market, boundary, 'volatility'), changeOver(option, market, boundary, 'rate')];
  const european = noGreeks(spots.length);
  addEuropean(european, spots, option, market, 1);
  const { value: worths, delta: deltas, gamma: gammas, vega: vegas, rho: rhos } = european;
  const { value, delta, gamma, theta, vega, rho } = into;
  for (let i = 0; i < spots.length; i++) {
    const spot = at(spots, i);
    const exercised = side * (spot - option.strike);
    const slopes = premiumSlopes(boundary, spot);
    const worth = at(worths, i) + slopes.value;
    // Close to its boundary the approximation falls short of what exercising gives, which nobody has to take less than.
    if (side * (spot - end) >= 0 || worth <= exercised) {
      // Whoever exercises has what it is worth, and nothing that time, volatility or rates could change.
      addTo(value, i, quantity * exercised);
      addTo(delta, i, quantity * side);
    } else {
      const first = at(deltas, i) + slopes.delta;
      const second = at(gammas, i) + slopes.gamma;
      addTo(value, i, quantity * worth);
      addTo(delta, i, quantity * first);
      addTo(gamma, i, quantity * second);
      addTo(theta, i, quantity * thetaOf(worth, first, second, spot, option, market));
      addTo(vega, i, quantity * (at(vegas, i) + premiumChange(slopes, byVolatility)));
      addTo(rho, i, quantity * (at(rhos, i) + premiumChange(slopes, byRate)));
    }
  }
}

function thetaOf(value: number, delta: number, gamma: number, spot: number, { volatility }: Option, market: Market): number {
  const carry = market.rate - yieldOf(market);
  return market.rate * value - carry * spot * delta - 0.5 * volatility * volatility * spot * spot * gamma;
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
  addAmerican(greeks, Float64Array.of(spot), option, market, 1);
  return greeks;
}
