import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Market, type Option, americanOption, europeanOption } from './index.ts';
import { kinds, number } from './testing/cases.ts';
import { americanByLattice } from './testing/lattice.ts';
import { slowPrice } from './testing/slowPrice.ts';

const options = fc.record({ kind: kinds, strike: number(60, 160), years: number(0.02, 3), volatility: number(0.08, 0.9) });
const markets = fc.record({ rate: number(0, 0.12), dividendYield: number(0, 0.12), follows: fc.constantFrom('spot', 'future') });
const value = (option: Option, market: Market, spot = 100): number => americanOption(spot, option, market).value[0]!;

/** As far as the error of the approximation is stated. */
const stated = {
  options: fc.record({ kind: kinds, strike: number(60, 160), years: number(0.02, 3), volatility: number(0.1, 0.8) }),
  markets: fc.record({ rate: number(0, 0.1), dividendYield: number(0, 0.1), follows: fc.constantFrom('spot', 'future') }),
};

test('a fine lattice agrees within 0.3 % of the price of the underlying', () => {
  fc.assert(
    fc.property(stated.options, stated.markets, (option, market) => {
      const lattice = americanByLattice(100, option, market, (spot, last) => slowPrice(spot, last, market), 100);
      expect(Math.abs(value(option, market) - lattice)).toBeLessThan(0.3);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('the right to choose costs nothing, and gives what choosing now gives', () => {
  fc.assert(
    fc.property(options, markets, number(20, 500), (option, market, spot) => {
      const exercised = option.kind === 'call' ? spot - option.strike : option.strike - spot;
      const found = value(option, market, spot);
      expect(found).toBeGreaterThanOrEqual(europeanOption(spot, option, market).value[0]! - 1e-9);
      expect(found).toBeGreaterThanOrEqual(exercised - 1e-9 * (spot + option.strike));
      expect(found).toBeLessThanOrEqual(option.kind === 'call' ? spot : option.strike);
    }),
  );
});

test('Greeks are the differences of the value', () => {
  fc.assert(
    fc.property(options, markets, (option, market) => {
      const [low, middle, high] = [99.9, 100, 100.1].map((spot) => americanOption(spot, option, market));
      const isExercised = (greeks: typeof low) => greeks!.vega[0] === 0;
      fc.pre(market.rate > 0.001 && ![low, middle, high].some(isExercised));
      expect(middle!.delta[0]).toBeCloseTo((high!.value[0]! - low!.value[0]!) / 0.2, 3);
      expect(middle!.gamma[0]).toBeCloseTo((high!.delta[0]! - low!.delta[0]!) / 0.2, 3);
      const wider = value({ ...option, volatility: option.volatility + 1e-5 }, market);
      expect(Math.abs(middle!.vega[0]! - (wider - middle!.value[0]!) / 1e-5)).toBeLessThan(0.2);
      const dearer = value(option, { ...market, rate: market.rate + 1e-5 });
      expect(Math.abs(middle!.rho[0]! - (dearer - middle!.value[0]!) / 1e-5)).toBeLessThan(0.5);
    }),
  );
});
