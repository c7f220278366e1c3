import { describe, expect, it } from 'vitest';
import { type Combination, breakevensOf, europeanOption, extremesOf, firstExpiry, profileOf } from './index.ts';
import { FUTURE, STOCK, butterfly, calendar, coveredCall, ironCondor, option, underlying } from './testing/combinations.ts';

const atExpiry = (combination: Combination, market = STOCK) =>
  profileOf(combination, market, {
    yearsAhead: Math.max(...combination.legs.map((leg) => ('years' in leg ? leg.years : 0))),
    volatilityShift: 0,
  });

function summary(combination: Combination, market = STOCK) {
  const profile = atExpiry(combination, market);
  const { maxProfit, maxLoss } = extremesOf(profile);
  return { breakevens: breakevensOf(profile), maxProfit, maxLoss };
}

describe('at expiry', () => {
  it('an iron condor is between its breakevens', () => {
    expect(summary(ironCondor)).toEqual({ breakevens: [93.5, 106.5], maxProfit: 1.5, maxLoss: 3.5 });
    expect([...atExpiry(ironCondor).spots]).toEqual([0, 90, 95, 105, 110]);
    expect([...atExpiry(ironCondor).results]).toEqual([-3.5, -3.5, 1.5, 1.5, -3.5]);
  });

  it.each<[string, Combination, object]>([
    ['a call', { legs: [option(1, 'call', 100)], cost: 3 }, { breakevens: [103], maxProfit: Infinity, maxLoss: 3 }],
    ['a put', { legs: [option(1, 'put', 100)], cost: 3 }, { breakevens: [97], maxProfit: 97, maxLoss: 3 }],
    ['a call that was sold', { legs: [option(-1, 'call', 100)], cost: -3 }, { breakevens: [103], maxProfit: 3, maxLoss: Infinity }],
    [
      'a straddle',
      { legs: [option(1, 'call', 100), option(1, 'put', 100)], cost: 6 },
      { breakevens: [94, 106], maxProfit: Infinity, maxLoss: 6 },
    ],
    ['a butterfly', butterfly, { breakevens: [96.25, 103.75], maxProfit: 3.75, maxLoss: 1.25 }],
    ['a covered call', coveredCall, { breakevens: [98], maxProfit: 7, maxLoss: 98 }],
    [
      'a ratio',
      { legs: [option(1, 'call', 100), option(-2, 'call', 105)], cost: 1 },
      { breakevens: [101, 109], maxProfit: 4, maxLoss: Infinity },
    ],
    ['stock', { legs: [underlying(100)], cost: 5000 }, { breakevens: [50], maxProfit: Infinity, maxLoss: 5000 }],
    ['nothing', { legs: [], cost: 0 }, { breakevens: [], maxProfit: 0, maxLoss: 0 }],
  ])('%s has its corners', (_name, combination, expected) => expect(summary(combination)).toEqual(expected));

  it('a future can lose without end, also below zero', () => {
    expect(summary({ legs: [underlying(2)], cost: 100 }, FUTURE)).toEqual({ breakevens: [50], maxProfit: Infinity, maxLoss: Infinity });
    expect(summary({ legs: [underlying(2)], cost: -20 }, FUTURE).breakevens).toEqual([-10]);
    expect(summary({ legs: [underlying(-1), option(1, 'call', 60)], cost: -55 }, FUTURE)).toMatchObject({
      maxProfit: Infinity,
      maxLoss: 5,
    });
  });

  it('legs may be written down in any order', () => {
    expect(summary({ ...ironCondor, legs: ironCondor.legs.toReversed() })).toEqual(summary(ironCondor));
  });

  it('a width of nothing is nothing, but for what it cost', () => {
    const flat = [option(1, 'call', 100), option(-1, 'call', 100)];
    expect(summary({ legs: flat, cost: 0 })).toEqual({ breakevens: [], maxProfit: 0, maxLoss: 0 });
    expect(summary({ legs: flat, cost: 2 })).toEqual({ breakevens: [], maxProfit: -2, maxLoss: 2 });
  });

  it('a stretch of nothing has ends', () => {
    const free = [option(1, 'put', 90), option(-1, 'put', 95), option(1, 'call', 105)];
    expect(summary({ legs: free, cost: 0 }).breakevens).toEqual([95, 105]);
    expect(summary({ legs: [option(1, 'call', 105)], cost: 0 }).breakevens).toEqual([105]);
  });

  it('a top that only touches nothing is a breakeven', () => {
    expect(summary({ ...butterfly, cost: 5 }).breakevens).toEqual([100]);
  });

  it('a strike below zero, or at it, never matters to a price', () => {
    expect(summary({ legs: [option(1, 'call', 0)], cost: 40 })).toEqual({ breakevens: [40], maxProfit: Infinity, maxLoss: 40 });
    expect(summary({ legs: [option(1, 'call', -10)], cost: 40 })).toEqual({ breakevens: [30], maxProfit: Infinity, maxLoss: 30 });
  });

  it('a thousand legs are as exact as two', () => {
    const many = Array.from({ length: 500 }, (_, i) => [option(1, 'call', 100 + i), option(-1, 'call', 101 + i)]).flat();
    expect(summary({ legs: many, cost: 250 })).toEqual({ breakevens: [350], maxProfit: 250, maxLoss: 250 });
  });
});

describe('before expiry', () => {
  const early = (combination: Combination, yearsAhead = 0) => profileOf(combination, STOCK, { yearsAhead, volatilityShift: 0 });

  it('breakevens are where nothing is gained, to the last digits', () => {
    const profile = early(ironCondor, 0.05);
    const found = breakevensOf(profile);
    expect(found).toHaveLength(2);
    for (const spot of found) expect(Math.abs(profile.resultAt(spot))).toBeLessThan(1e-12);
  });

  it('a calendar has two, at the first expiry, and loses no more than it cost', () => {
    const profile = early(calendar, firstExpiry(calendar.legs));
    const [low, high] = breakevensOf(profile);
    expect(low).toBeGreaterThan(90);
    expect(high).toBeLessThan(115);
    const { maxProfit, maxLoss } = extremesOf(early({ ...calendar, cost: 1.6 }, firstExpiry(calendar.legs)));
    expect(maxProfit).toBeCloseTo(profile.resultAt(100), 2);
    expect(maxLoss).toBe(Infinity);
    const american = calendar.legs.map((leg) => ({ ...leg, exercise: 'american' as const }) as typeof leg);
    expect(extremesOf(early({ legs: american, cost: 1.6 }, firstExpiry(american))).maxLoss).toBeCloseTo(1.6, 2);
  });

  it('what has expired counts as what it gave, beside what lives on', () => {
    const expired: Combination = { legs: [option(1, 'call', 100, -1), option(1, 'put', 100, 0.2)], cost: 0 };
    const put = europeanOption(120, option(1, 'put', 100, 0.2), STOCK).value[0]!;
    expect(early(expired).resultAt(120)).toBeCloseTo(20 + put, 12);
    expect(firstExpiry(expired.legs)).toBe(-1);
  });

  it('a thousand legs come to what their parts come to', () => {
    const many: Combination = { legs: Array.from({ length: 1000 }, () => option(0.001, 'call', 100)), cost: 0 };
    const one: Combination = { legs: [option(1, 'call', 100)], cost: 0 };
    expect(early(many).resultAt(103)).toBeCloseTo(early(one).resultAt(103), 12);
  });
});
