/**
 * Worth and sensitivities, a place for each price of the underlying: per 1 of price, 1 of price squared, a year that passes, 1 (100 points) of volatility,
 * and 1 (100 percent) of the rate.
 */
export interface Greeks {
  readonly value: Float64Array;
  readonly delta: Float64Array;
  readonly gamma: Float64Array;
  readonly theta: Float64Array;
  readonly vega: Float64Array;
  readonly rho: Float64Array;
}

export function noGreeks(places: number): Greeks {
  const zeros = () => new Float64Array(places);
  return { value: zeros(), delta: zeros(), gamma: zeros(), theta: zeros(), vega: zeros(), rho: zeros() };
}
