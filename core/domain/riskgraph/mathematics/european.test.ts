import { describe, expect, it } from 'vitest';
import { type Market, type Option, europeanOption } from './index.ts';
import { haugEuropean, vollib } from './testing/goldenEuropean.ts';
import { letsBeRational } from './testing/goldenBlack.ts';
import { relativeError } from './testing/cases.ts';

/** The figures as plain numbers, for one price. */
function figures(spot: number, option: Option, market: Market) {
  const { value, delta, gamma, theta, vega, rho } = europeanOption(spot, option, market);
  return { value: value[0]!, delta: delta[0]!, gamma: gamma[0]!, theta: theta[0]!, vega: vega[0]!, rho: rho[0]! };
}

const spotMarket = (rate: number, dividendYield = 0): Market => ({ rate, dividendYield, follows: 'spot' });
const CALM: Option = { kind: 'call', strike: 100, years: 0.5, volatility: 0.2 };

describe('a European option', () => {
  it.each(haugEuropean)('has the value in Haug: %s %d at %d', (...[kind, strike, spot, dividendYield, rate, years, volatility, value]) => {
    const found = figures(spot, { kind, strike, years, volatility }, spotMarket(rate, dividendYield));
    expect(Math.abs(found.value - value)).toBeLessThan(1e-4);
  });

  // Haug (1998), pages 11 to 16, as QuantLib's testGreekValues takes them, within 1e-4.
  it.each([
    ['delta', 'call', 100, 105, 0.1, 0.1, 0.5, 0.36, 0.5946],
    ['delta', 'put', 100, 105, 0.1, 0.1, 0.5, 0.36, -0.3566],
    ['gamma', 'call', 60, 55, 0, 0.1, 0.75, 0.3, 0.0278],
    ['gamma', 'put', 60, 55, 0, 0.1, 0.75, 0.3, 0.0278],
    ['vega', 'call', 60, 55, 0, 0.1, 0.75, 0.3, 18.9358],
    ['vega', 'put', 60, 55, 0, 0.1, 0.75, 0.3, 18.9358],
    ['theta', 'put', 405, 430, 0.05, 0.07, 1 / 12, 0.2, -31.1924],
    ['rho', 'call', 75, 72, 0, 0.09, 1, 0.19, 38.7325],
  ] as const)('has the %s in Haug: %s %d at %d', (...[greek, kind, strike, spot, dividendYield, rate, years, volatility, expected]) => {
    const found = figures(spot, { kind, strike, years, volatility }, spotMarket(rate, dividendYield));
    expect(Math.abs(found[greek] - expected)).toBeLessThan(1e-4);
  });

  it.each(vollib)('has the figures of py_vollib: %d against %d', (spot, strike, rate, years, volatility, ...expected) => {
    const call = figures(spot, { kind: 'call', strike, years, volatility }, spotMarket(rate));
    const put = figures(spot, { kind: 'put', strike, years, volatility }, spotMarket(rate));
    const found = [call.value, call.delta, call.gamma, call.theta, call.vega, call.rho, put.value, put.delta, put.theta, put.rho];
    for (const [i, figure] of found.entries()) expect(Math.abs(figure - expected[i]!)).toBeLessThan(1e-6);
  });

  it.each(letsBeRational)(
    'on a future has the value of py_lets_be_rational: %d against %d',
    (future, strike, volatility, years, side, value) => {
      const option: Option = { kind: side === 1 ? 'call' : 'put', strike, years, volatility };
      const found = figures(future, option, { rate: 0, dividendYield: 0, follows: 'future' });
      expect(relativeError(found.value, value)).toBeLessThan(1e-10);
    },
  );
});

describe('an option without chance', () => {
  const market = spotMarket(0.05, 0.02);

  it('is worth what is certain when nothing varies', () => {
    const still = figures(110, { ...CALM, volatility: 0 }, market);
    const value = 110 * Math.exp(-0.01) - 100 * Math.exp(-0.025);
    expect(still.value).toBeCloseTo(value, 12);
    expect(still).toMatchObject({ gamma: 0, vega: 0 });
    expect(figures(90, { ...CALM, volatility: 0 }, market)).toEqual({ value: 0, delta: 0, gamma: 0, theta: 0, vega: 0, rho: 0 });
  });

  it('comes close to that with little volatility', () => {
    const [little, none] = [1e-9, 0].map((volatility) => figures(110, { ...CALM, volatility }, market));
    for (const greek of ['value', 'delta', 'theta', 'rho'] as const) expect(little![greek]).toBeCloseTo(none![greek], 9);
  });

  it('gives what its expiry gave, however long ago that was, and half a delta at the strike', () => {
    for (const years of [0, -3]) {
      expect(figures(120, { ...CALM, years }, market)).toEqual({ value: 20, delta: 1, gamma: 0, theta: 0, vega: 0, rho: 0 });
      expect(figures(80, { ...CALM, kind: 'put', years }, market)).toMatchObject({ value: 20, delta: -1 });
      expect(figures(100, { ...CALM, years }, market)).toMatchObject({ value: 0, delta: 0.5 });
    }
  });
});

describe('prices that should not be', () => {
  const market = spotMarket(0.05, 0.02);
  const paid = 100 * Math.exp(-0.025);

  it.each([0, -5])('make a call worth nothing and a put certain, at %d', (spot) => {
    expect(figures(spot, CALM, market)).toMatchObject({ value: 0, delta: 0, gamma: 0, vega: 0 });
    const put = figures(spot, { ...CALM, kind: 'put' }, market);
    expect(put.value).toBeCloseTo(paid - spot * Math.exp(-0.01), 12);
    expect(put).toMatchObject({ delta: -Math.exp(-0.01), gamma: 0, vega: 0 });
  });

  it.each([0, -5])('make a call on a strike of %d the underlying itself', (strike) => {
    const call = figures(100, { ...CALM, strike }, market);
    expect(call.value).toBeCloseTo(100 * Math.exp(-0.01) - strike * Math.exp(-0.025), 12);
    expect(figures(100, { ...CALM, strike, kind: 'put' }, market).value).toBe(0);
  });

  it('of a future may lie below zero', () => {
    const put = figures(-37.63, { ...CALM, strike: 10, kind: 'put', years: 0 }, { ...market, follows: 'future' });
    expect(put).toMatchObject({ value: 47.63, delta: -1 });
  });
});
