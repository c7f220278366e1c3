import type { Combination, Leg, Market, OptionLeg } from '../index.ts';

export const STOCK: Market = { rate: 0.04, dividendYield: 0.01, follows: 'spot' };
export const FUTURE: Market = { rate: 0.04, dividendYield: 0, follows: 'future' };

export function option(quantity: number, kind: 'call' | 'put', strike: number, years = 0.1, volatility = 0.2): OptionLeg {
  return { kind, strike, years, volatility, exercise: 'european', quantity };
}

export const underlying = (quantity: number): Leg => ({ kind: 'underlying', quantity });

export const ironCondor: Combination = {
  legs: [option(1, 'put', 90), option(-1, 'put', 95), option(-1, 'call', 105), option(1, 'call', 110)],
  cost: -1.5,
};

export const butterfly: Combination = { legs: [option(1, 'call', 95), option(-2, 'call', 100), option(1, 'call', 105)], cost: 1.25 };

/** Sold for a month, bought for three. */
export const calendar: Combination = { legs: [option(-1, 'call', 100, 1 / 12), option(1, 'call', 100, 0.25)], cost: 1.6 };

export const coveredCall: Combination = { legs: [underlying(1), option(-1, 'call', 105)], cost: 98 };
