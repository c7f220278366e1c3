import { addEuropean, type Option } from './european.ts';
import { type Boundary, LEAST_VOLATILITY, boundaryOf, premiumAt, premiumSlopes } from './exercise.ts';
import { type Greeks, noGreeks } from './greeks.ts';
import { type Market, yieldOf } from './market.ts';
import { addTo, at } from './places.ts';

/**
 * Adds so many options that may be exercised at any time, by Ju and Zhong's quadratic approximation (1999): the European option and what the right to
 * exercise early adds. Its boundary is found once for all prices. Theta follows from the equation every option obeys until it is exercised; vega and
 * rho of the premium are differences, because the boundary moves too.
 */
export function addAmerican(into: Greeks, spots: Float64Array, option: Option, market: Market, quantity: number): void {
  const boundary = boundaryOf(option, market);
  if (boundary === undefined) {
    addEuropean(into, spots, option, market, quantity);
    return;
  }
  const { side, spot: end } = boundary;
  const european = noGreeks(spots.length);
  addEuropean(european, spots, option, market, 1);
  const byVolatility = differenceOver(option, market, 'volatility');
  const byRate = differenceOver(option, market, 'rate');
  for (let i = 0; i < spots.length; i++) {
    const spot = at(spots, i);
    const exercised = side * (spot - option.strike);
    const slopes = premiumSlopes(boundary, spot);
    const value = at(european.value, i) + slopes.value;
    // Close to its boundary the approximation falls short of what exercising gives, which nobody has to take less than.
    if (side * (spot - end) >= 0 || value <= exercised) {
      // Whoever exercises has what it is worth, and nothing that time, volatility or rates could change.
      addTo(into.value, i, quantity * exercised);
      addTo(into.delta, i, quantity * side);
    } else {
      const delta = at(european.delta, i) + slopes.delta;
      const gamma = at(european.gamma, i) + slopes.gamma;
      addTo(into.value, i, quantity * value);
      addTo(into.delta, i, quantity * delta);
      addTo(into.gamma, i, quantity * gamma);
      addTo(into.theta, i, quantity * thetaOf(value, delta, gamma, spot, option, market));
      addTo(into.vega, i, quantity * (at(european.vega, i) + byVolatility(spot)));
      addTo(into.rho, i, quantity * (at(european.rho, i) + byRate(spot)));
    }
  }
}

function thetaOf(value: number, delta: number, gamma: number, spot: number, { volatility }: Option, market: Market): number {
  const carry = market.rate - yieldOf(market);
  return market.rate * value - carry * spot * delta - 0.5 * volatility * volatility * spot * spot * gamma;
}

/** How the premium changes with one of its inputs, by a step to each side of it. */
function differenceOver(option: Option, market: Market, input: 'volatility' | 'rate'): (spot: number) => number {
  const step = input === 'volatility' ? Math.max(option.volatility, LEAST_VOLATILITY) * STEP : STEP;
  const moved = (by: number): Boundary | undefined =>
    input === 'volatility'
      ? boundaryOf({ ...option, volatility: option.volatility + by }, market)
      : boundaryOf(option, { ...market, rate: market.rate + by });
  const [up, down] = [moved(step), moved(-step)];
  return (spot) => (premiumAt(up, spot) - premiumAt(down, spot)) / (2 * step);
}

const STEP = 1e-4;

/** One American option at one price. */
export function americanOption(spot: number, option: Option, market: Market): Greeks {
  const greeks = noGreeks(1);
  addAmerican(greeks, Float64Array.of(spot), option, market, 1);
  return greeks;
}
