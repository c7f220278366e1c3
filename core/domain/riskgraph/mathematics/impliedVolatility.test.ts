import { describe, expect, it } from 'vitest';
import { type Market, americanOption, impliedVolatility, impliedVolatilityAmerican } from './index.ts';
import { letsBeRational } from './testing/goldenBlack.ts';

const FUTURE: Market = { rate: 0, dividendYield: 0, follows: 'future' };
const STOCK: Market = { rate: 0.05, dividendYield: 0, follows: 'spot' };

describe('the volatility that a price implies', () => {
  it.each(letsBeRational)('is what py_lets_be_rational says: %d against %d', (...[future, strike, , years, side, price, implied]) => {
    const found = impliedVolatility(price, future, { kind: side === 1 ? 'call' : 'put', strike, years }, FUTURE);
    const time = price - Math.max(side * (future - strike), 0);
    // Where next to nothing of a price is time, the digits its volatility rests on are few, whoever reads them.
    const tolerance = Math.max(1e-9, (1e-14 * price) / time);
    expect(Math.abs((found as { volatility: number }).volatility - implied)).toBeLessThan(tolerance);
  });

  const contract = { kind: 'call', strike: 100, years: 1 } as const;

  it.each([
    ['expired', 5, 100, { ...contract, years: 0 }],
    ['expired', 5, 100, { ...contract, years: -1 }],
    ['without_price', 5, 0, contract],
    ['without_price', 5, 100, { ...contract, strike: 0 }],
    ['without_price', Number.NaN, 100, contract],
    ['below_exercise', 9, 110, contract],
    ['below_exercise', -1, 100, contract],
    ['at_exercise', 10, 110, contract],
    ['at_exercise', 0, 90, contract],
    ['above_limit', 110, 110, contract],
    ['above_limit', 150, 110, contract],
  ] as const)('is none, %s', (noInformation, price, spot, terms) => {
    expect(impliedVolatility(price, spot, terms, FUTURE)).toEqual({ noInformation });
  });

  it('of an American option is the one it was priced with', () => {
    const put = { kind: 'put', strike: 100, years: 1 } as const;
    for (const volatility of [0.1, 0.3, 0.9]) {
      const price = americanOption(95, { ...put, volatility }, STOCK).value[0]!;
      const found = impliedVolatilityAmerican(price, 95, put, STOCK);
      expect((found as { volatility: number }).volatility).toBeCloseTo(volatility, 9);
    }
  });

  it('of an American option that is worth exercising is unknown', () => {
    const put = { kind: 'put', strike: 100, years: 1 } as const;
    expect(impliedVolatilityAmerican(40, 60, put, STOCK)).toEqual({ noInformation: 'at_exercise' });
    expect(impliedVolatilityAmerican(39, 60, put, STOCK)).toEqual({ noInformation: 'below_exercise' });
    expect(impliedVolatilityAmerican(101, 60, put, STOCK)).toEqual({ noInformation: 'above_limit' });
    expect(impliedVolatilityAmerican(Number.NaN, 60, put, STOCK)).toEqual({ noInformation: 'without_price' });
    expect(impliedVolatilityAmerican(40, 60, { ...put, years: 0 }, STOCK)).toEqual({ noInformation: 'expired' });
  });
});
