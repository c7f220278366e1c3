import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Market, type Option, europeanOption } from './index.ts';
import { markets, number, options, relativeError } from './testing/cases.ts';
import { slowPrice } from './testing/slowPrice.ts';

const value = (spot: number, option: Option, market: Market): number => europeanOption(spot, option, market).value[0]!;
const cases = fc.record({ spot: number(40, 250), option: options, market: markets });

/** Below this a value is made of numbers that have lost digits themselves. */
const LEAST = 1e-290;

test('a price is the slow reference’s, relatively, in and far out of the money', () => {
  fc.assert(
    fc.property(cases, ({ spot, option, market }) => {
      const expected = slowPrice(spot, option, market);
      fc.pre(expected > LEAST);
      expect(relativeError(value(spot, option, market), expected)).toBeLessThan(1e-9);
    }),
    { numRuns: 1000 },
  );
});

test('a call less a put is a forward', () => {
  fc.assert(
    fc.property(cases, ({ spot, option, market }) => {
      const [call, put] = (['call', 'put'] as const).map((kind) => europeanOption(spot, { ...option, kind }, market));
      const carry = market.follows === 'future' ? market.rate : market.dividendYield;
      const [got, paid] = [spot * Math.exp(-carry * option.years), option.strike * Math.exp(-market.rate * option.years)];
      const scale = got + paid;
      expect(Math.abs(call!.value[0]! - put!.value[0]! - (got - paid)) / scale).toBeLessThan(1e-14);
      expect(call!.delta[0]! - put!.delta[0]!).toBeCloseTo(Math.exp(-carry * option.years), 12);
      expect(call!.gamma[0]!).toBe(put!.gamma[0]!);
      expect(call!.vega[0]!).toBe(put!.vega[0]!);
    }),
  );
});

test('a value lies between what is certain and what it is written on', () => {
  fc.assert(
    fc.property(cases, ({ spot, option, market }) => {
      const carry = market.follows === 'future' ? market.rate : market.dividendYield;
      const [got, paid] = [spot * Math.exp(-carry * option.years), option.strike * Math.exp(-market.rate * option.years)];
      const [least, most] = option.kind === 'call' ? [got - paid, got] : [paid - got, paid];
      const found = value(spot, option, market);
      expect(found).toBeGreaterThanOrEqual(Math.max(least, 0));
      expect(found).toBeLessThanOrEqual(most);
    }),
  );
});

test('twice the prices is twice the value', () => {
  fc.assert(
    fc.property(cases, ({ spot, option, market }) => {
      const doubled = value(2 * spot, { ...option, strike: 2 * option.strike }, market);
      expect(relativeError(doubled, 2 * value(spot, option, market))).toBeLessThan(1e-12);
    }),
  );
});

test('Greeks are the differences of the slow reference', () => {
  fc.assert(
    fc.property(cases, ({ spot, option, market }) => {
      const spread = option.volatility * Math.sqrt(option.years);
      const carry = market.follows === 'future' ? 0 : market.rate - market.dividendYield;
      // Where a difference can tell: not in the last second, and not where everything is decided.
      fc.pre(spread > 0.01 && spread < 3 && Math.abs(Math.log(spot / option.strike) + carry * option.years) < 4 * spread);
      const greeks = europeanOption(spot, option, market);
      const step = 0.01 * Math.min(spread, 1);
      const bySpot = (by: number) => slowPrice(spot * (1 + by), option, market);
      const byTime = (by: number) => slowPrice(spot, { ...option, years: option.years * (1 + by) }, market);
      const byVolatility = (by: number) => slowPrice(spot, { ...option, volatility: option.volatility * (1 + by) }, market);
      const byRate = (by: number) => slowPrice(spot, option, { ...market, rate: market.rate + by });
      const scale = spot + option.strike;
      const close = (found: number, expected: number, unit: number) => expect(Math.abs(found - expected) * unit).toBeLessThan(1e-7 * scale);

      close(greeks.delta[0]!, slope(bySpot, step) / spot, spot);
      close(greeks.gamma[0]!, bend(bySpot, step) / (spot * spot), spot * spot * spread);
      close(-greeks.theta[0]!, slope(byTime, step) / option.years, option.years);
      close(greeks.vega[0]!, slope(byVolatility, step) / option.volatility, option.volatility);
      close(greeks.rho[0]!, slope(byRate, step / option.years), 1 / option.years);
    }),
    { numRuns: 300 },
  );
});

/** Central differences that are exact for polynomials of the fourth and the fifth degree. */
function slope(f: (by: number) => number, step: number): number {
  return (8 * (f(step) - f(-step)) - (f(2 * step) - f(-2 * step))) / (12 * step);
}

function bend(f: (by: number) => number, step: number): number {
  return (16 * (f(step) + f(-step)) - (f(2 * step) + f(-2 * step)) - 30 * f(0)) / (12 * step * step);
}
