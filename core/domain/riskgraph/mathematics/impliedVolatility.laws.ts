import fc from 'fast-check';
import { expect, test } from 'vitest';
import { europeanOption, impliedVolatility } from './index.ts';
import { markets, number, options, relativeError } from './testing/cases.ts';

const cases = fc.record({ spot: number(40, 250), option: options, market: markets });

test('a price gives back the volatility it was made with, as far as it carries its digits', () => {
  fc.assert(
    fc.property(cases, ({ spot, option, market }) => {
      const { value, vega } = europeanOption(spot, option, market);
      // A digit of the price in its last place is so much of the volatility.
      const lost = (Number.EPSILON * (spot + option.strike)) / (vega[0]! * option.volatility);
      fc.pre(value[0]! > 1e-290 && lost < 1e-11);
      const found = impliedVolatility(value[0]!, spot, option, market);
      expect(relativeError((found as { volatility: number }).volatility, option.volatility)).toBeLessThan(1e-9);
    }),
    { numRuns: 2000 },
  );
});

test('a price out of the money gives it back however small it is', () => {
  fc.assert(
    fc.property(number(0.05, 1), number(1.05, 3), number(0.01, 2), (volatility, distance, years) => {
      const contract = { kind: 'call', strike: 100 * distance, years } as const;
      const market = { rate: 0.03, dividendYield: 0.01, follows: 'spot' } as const;
      const price = europeanOption(100, { ...contract, volatility }, market).value[0]!;
      fc.pre(price > 1e-280);
      const found = impliedVolatility(price, 100, contract, market);
      expect(relativeError((found as { volatility: number }).volatility, volatility)).toBeLessThan(1e-9);
    }),
  );
});

test('whatever the price, there is an answer, and one that gives it back', () => {
  fc.assert(
    fc.property(cases, number(-10, 300), ({ spot, option, market }, price) => {
      const found = impliedVolatility(price, spot, option, market);
      if ('noInformation' in found) return;
      const again = europeanOption(spot, { ...option, volatility: found.volatility }, market).value[0]!;
      expect(Math.abs(again - price)).toBeLessThan(1e-11 * (spot + option.strike));
    }),
  );
});
