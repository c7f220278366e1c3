import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outlook, lognormal, p50, reachProbability, touchProbability } from './index.ts';
import { number } from './testing/cases.ts';
import { STOCK, calendar, ironCondor, option, underlying } from './testing/combinations.ts';

const OUTLOOK: Outlook = { spot: 100, drift: 0.03, volatility: 0.2, years: 0.1 };

describe('a level is touched', () => {
  it('twice as often as it is ended beyond, when nothing pulls the logarithm of the price', () => {
    const drift = 0.02;
    const outlook = { ...OUTLOOK, drift, volatility: 0.2 };
    for (const level of [92, 97, 103, 110]) {
      const below = lognormal(outlook).below(level);
      expect(touchProbability(outlook, level)).toBeCloseTo(2 * (level < 100 ? below : 1 - below), 12);
    }
  });

  it('certainly where the price is, never at nothing, and only by growth where nothing varies', () => {
    expect(touchProbability(OUTLOOK, 100)).toBe(1);
    expect([0, -1].map((level) => touchProbability(OUTLOOK, level))).toEqual([0, 0]);
    expect([100.2, 101, 99].map((level) => touchProbability({ ...OUTLOOK, volatility: 0 }, level))).toEqual([1, 0, 0]);
    expect([101, 99].map((level) => touchProbability({ ...OUTLOOK, years: 0 }, level))).toEqual([0, 0]);
  });

  it('at least as often as it is ended beyond, and the less the further it is', () => {
    const outlooks = fc.record({ spot: number(50, 150), drift: number(-0.5, 0.5), volatility: number(0.01, 1), years: number(0.001, 3) });
    fc.assert(
      fc.property(outlooks, number(20, 300), (outlook, level) => {
        const touched = touchProbability(outlook, level);
        const below = lognormal(outlook).below(level);
        expect(touched).toBeLessThanOrEqual(1);
        expect(touched).toBeGreaterThanOrEqual((level < outlook.spot ? below : 1 - below) - 1e-12);
        const further = level < outlook.spot ? level * 0.98 : level * 1.02;
        expect(touchProbability(outlook, further)).toBeLessThanOrEqual(touched + 1e-12);
      }),
    );
  });
});

describe('a result is reached', () => {
  it('by stock as often as its price is touched', () => {
    const combination = { legs: [underlying(1)], cost: 100 };
    for (const outlook of [OUTLOOK, { ...OUTLOOK, drift: -0.2 }, { ...OUTLOOK, years: 2, volatility: 0.6 }])
      for (const gain of [0.7, 3, 8, 14])
        expect(Math.abs(reachProbability(combination, STOCK, outlook, gain) - touchProbability(outlook, 100 + gain))).toBeLessThan(0.004);
  });

  it('at once where it is in hand', () => {
    expect(reachProbability({ legs: [underlying(1)], cost: 90 }, STOCK, OUTLOOK, 5)).toBe(1);
    expect(reachProbability({ legs: [underlying(1)], cost: 90 }, STOCK, { ...OUTLOOK, years: 0 }, 10)).toBe(1);
    expect(reachProbability({ legs: [underlying(1)], cost: 90 }, STOCK, { ...OUTLOOK, years: 0 }, 11)).toBe(0);
    expect(reachProbability({ legs: [underlying(1)], cost: 100 }, STOCK, { ...OUTLOOK, volatility: 0 }, 0.2)).toBeCloseTo(1, 2);
  });

  it('half of the most more often than at the end alone', () => {
    const reached = p50(ironCondor, STOCK, OUTLOOK)!;
    const likely = lognormal(OUTLOOK);
    expect(reached).toBeGreaterThan(likely.below(105.75) - likely.below(94.25));
    expect(reached).toBeLessThan(1);
    expect(p50(calendar, STOCK, OUTLOOK)).toBeGreaterThan(0.2);
  });

  it('of what has no most, no expiry or no gain, half is nothing', () => {
    expect(p50({ legs: [option(1, 'call', 100)], cost: 3 }, STOCK, OUTLOOK)).toBeNull();
    expect(p50({ legs: [underlying(1)], cost: 3 }, STOCK, OUTLOOK)).toBeNull();
    expect(p50({ ...ironCondor, cost: 6 }, STOCK, OUTLOOK)).toBeNull();
  });
});
