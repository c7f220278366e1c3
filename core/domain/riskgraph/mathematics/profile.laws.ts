import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Combination, type Leg, breakevensOf, extremesOf, profileOf } from './index.ts';
import { number } from './testing/cases.ts';
import { STOCK } from './testing/combinations.ts';

/** Strikes and quantities such as are traded: neighbours often share them. */
const leg: fc.Arbitrary<Leg> = fc.record({
  kind: fc.constantFrom('call', 'put'),
  strike: fc.integer({ min: 1, max: 60 }).map((n) => n * 2.5),
  years: fc.constantFrom(0.05, 0.1, 0.5),
  volatility: number(0.1, 0.6),
  exercise: fc.constantFrom('european', 'american'),
  quantity: fc.integer({ min: -5, max: 5 }),
});
const stock: fc.Arbitrary<Leg> = fc.record({ kind: fc.constant('underlying'), quantity: fc.integer({ min: -5, max: 5 }) });
const combinations: fc.Arbitrary<Combination> = fc.record({
  legs: fc.array(fc.oneof({ weight: 5, arbitrary: leg }, { weight: 1, arbitrary: stock }), { minLength: 1, maxLength: 8 }),
  cost: fc.integer({ min: -4000, max: 4000 }).map((cents) => cents / 100),
});
const LAST = { yearsAhead: 0.5, volatilityShift: 0 };
const SOME = { yearsAhead: 0.05, volatilityShift: 0.02 };

/** What each leg gives by itself, added up. */
function payoff({ legs, cost }: Combination, spot: number): number {
  return legs.reduce((sum, held) => {
    if (held.kind === 'underlying') return sum + held.quantity * spot;
    const above = spot - held.strike;
    return sum + held.quantity * Math.max(held.kind === 'call' ? above : -above, 0);
  }, -cost);
}

describe('at expiry', () => {
  test('the profile is what its legs give, at its places and between them', () => {
    fc.assert(
      fc.property(combinations, number(0, 300), (combination, spot) => {
        const profile = profileOf(combination, STOCK, LAST);
        expect(profile.isStraight).toBe(true);
        for (const [i, place] of profile.spots.entries()) expect(profile.results[i]).toBeCloseTo(payoff(combination, place), 9);
        expect(profile.resultAt(spot)).toBeCloseTo(payoff(combination, spot), 9);
      }),
    );
  });

  test('nothing is beyond the extremes, and whatever is finite is reached', () => {
    fc.assert(
      fc.property(combinations, number(0, 10_000), (combination, spot) => {
        const profile = profileOf(combination, STOCK, LAST);
        const { maxProfit, maxLoss } = extremesOf(profile);
        const result = payoff(combination, spot);
        expect(result).toBeLessThanOrEqual(maxProfit + 1e-9);
        expect(result).toBeGreaterThanOrEqual(-maxLoss - 1e-9);
        if (maxProfit < Infinity) expect(Math.max(...profile.results)).toBe(maxProfit);
        if (maxLoss < Infinity) expect(-Math.min(...profile.results)).toBeCloseTo(maxLoss, 12);
      }),
    );
  });
});

describe('at any date', () => {
  test('at a breakeven nothing is gained, and between two the sign stays', () => {
    fc.assert(
      fc.property(combinations, fc.constantFrom(LAST, SOME), number(0, 1), (combination, scenario, share) => {
        const profile = profileOf(combination, STOCK, scenario);
        const found = breakevensOf(profile);
        for (const spot of found) expect(Math.abs(profile.resultAt(spot))).toBeLessThan(1e-8);
        const ends = [0, ...found, Math.max(...found, 100) * 3];
        for (const [i, to] of ends.slice(1).entries()) {
          const [from, width] = [ends[i]!, to - ends[i]!];
          fc.pre(width > 1e-6);
          const [here, there] = [0.5, 0.01 + 0.98 * share].map((part) => profile.resultAt(from + part * width));
          const noise = profile.tolerance + 1e-9;
          if (Math.abs(here!) > noise && Math.abs(there!) > noise) expect(Math.sign(here!)).toBe(Math.sign(there!));
        }
      }),
    );
  });

  test('legs in another order are the same', () => {
    fc.assert(
      fc.property(combinations, fc.constantFrom(LAST, SOME), (combination, scenario) => {
        const forwards = profileOf(combination, STOCK, scenario);
        const backwards = profileOf({ ...combination, legs: combination.legs.toReversed() }, STOCK, scenario);
        expect(backwards.spots).toEqual(forwards.spots);
        for (const [i, result] of forwards.results.entries()) expect(backwards.results[i]).toBeCloseTo(result, 9);
      }),
    );
  });
});
