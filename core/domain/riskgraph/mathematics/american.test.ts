import { describe, expect, it } from 'vitest';
import { type Market, type Option, americanOption, europeanOption } from './index.ts';
import { juZhong } from './testing/goldenAmerican.ts';

const held = (rate: number, dividendYield: number): Market => ({ rate, dividendYield, follows: 'spot' });

describe('an American option', () => {
  it.each(juZhong)(
    'has the value of Ju and Zhong: %s %d at %d',
    (...[kind, strike, spot, dividendYield, rate, inYears, volatility, value]) => {
      const years = Math.round(inYears * 360) / 360;
      const found = americanOption(spot, { kind, strike, years, volatility }, held(rate, dividendYield));
      expect(Math.abs(found.value[0]! - value)).toBeLessThan(1e-3);
    },
  );

  // Andersen, Lake and Offengenden, High Performance American Option Pricing (2015): premiums to eleven places, in QuantLib's
  // testAndersenLakeHighPrecisionExample. Beside each is what the quadratic approximation leaves of it: up to 0.03 % of the underlying's price.
  it.each([
    [0.05, 0.1069527, -0.00983],
    [0.075, 0.3671111, -0.02801],
  ])('is worth a premium at a rate of %d, and short of it by what is known', (rate, premium, error) => {
    const option: Option = { kind: 'put', strike: 100, years: 1, volatility: 0.25 };
    const [american, european] = [americanOption, europeanOption].map((worth) => worth(100, option, held(rate, 0.05)).value[0]!);
    expect(american! - european! - premium).toBeCloseTo(error, 5);
  });

  // QuantLib, testBjerksundStenslandEuropeanGreeks.
  it.each([
    ['put', -0.05, 0.02],
    ['call', 0.05, -0.025],
  ] as const)('is a European one where waiting costs nothing: %s at %d and %d', (kind, rate, dividendYield) => {
    const option: Option = { kind, strike: 105, years: 2, volatility: 0.4 };
    const market = held(rate, dividendYield);
    expect(americanOption(100, option, market)).toEqual(europeanOption(100, option, market));
  });

  it('is exercised where waiting costs more than it gives, and then nothing changes its worth', () => {
    const { value, delta, gamma, theta, vega, rho } = americanOption(
      50,
      { kind: 'put', strike: 100, years: 1, volatility: 0.2 },
      held(0.1, 0),
    );
    expect([value, delta, gamma, theta, vega, rho].map(([figure]) => figure)).toEqual([50, -1, 0, 0, 0, 0]);
  });

  it('keeps its senses without volatility, time or a price', () => {
    const put: Option = { kind: 'put', strike: 100, years: 1, volatility: 0.2 };
    expect(americanOption(80, { ...put, volatility: 0 }, held(0.05, 0)).value[0]).toBe(20);
    expect(americanOption(120, { ...put, volatility: 0 }, held(0.05, 0)).value[0]).toBeCloseTo(0, 12);
    expect(americanOption(80, { ...put, years: 0 }, held(0.05, 0)).value[0]).toBe(20);
    expect(americanOption(0, put, held(0.05, 0)).value[0]).toBe(100);
    expect(americanOption(0, { ...put, kind: 'call' }, held(0.05, 0.03)).value[0]).toBe(0);
  });
});
