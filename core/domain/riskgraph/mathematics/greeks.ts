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

/** All in one piece of memory: getting six of them takes as long as working out fifty prices. */
export function noGreeks(places: number): Greeks {
  const memory = new ArrayBuffer(6 * places * Float64Array.BYTES_PER_ELEMENT);
  const zeros = (part: number) => new Float64Array(memory, part * places * Float64Array.BYTES_PER_ELEMENT, places);
  return { value: zeros(0), delta: zeros(1), gamma: zeros(2), theta: zeros(3), vega: zeros(4), rho: zeros(5) };
}

export function clear({ value, delta, gamma, theta, vega, rho }: Greeks): void {
  for (const figures of [value, delta, gamma, theta, vega, rho]) figures.fill(0);
}
