import fc from 'fast-check';
import type { Market, Option } from '../index.ts';

export const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

export const kinds = fc.constantFrom('call', 'put');

/** Rates and yields of either sign, on what is held and on futures. */
export const markets: fc.Arbitrary<Market> = fc.record({
  rate: number(-0.05, 0.15),
  dividendYield: number(-0.05, 0.15),
  follows: fc.constantFrom('spot', 'future'),
});

/** From the last minutes to ten years, from calm to wild, from hopeless to certain. */
export const options: fc.Arbitrary<Option> = fc.record({
  kind: kinds,
  strike: number(40, 250),
  years: number(-11, 2.3).map(Math.exp),
  volatility: number(-4, 1).map(Math.exp),
});

/** Relative to the larger of both. */
export function relativeError(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
