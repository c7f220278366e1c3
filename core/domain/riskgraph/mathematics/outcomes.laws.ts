import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Combination, breakevensOf, expectedResult, lognormal, probabilityOfProfit, profileOf, skewed, tailLoss } from './index.ts';
import { number } from './testing/cases.ts';
import { STOCK, option, underlying } from './testing/combinations.ts';

const legs = fc.array(
  fc.oneof(
    fc
      .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom('call', 'put'), fc.integer({ min: 30, max: 50 }))
      .map(([quantity, kind, n]) => option(quantity, kind, n * 2.5)),
    fc.integer({ min: -2, max: 2 }).map(underlying),
  ),
  { minLength: 1, maxLength: 5 },
);
const combinations: fc.Arbitrary<Combination> = fc.record({
  legs,
  cost: fc.integer({ min: -2000, max: 2000 }).map((cents) => cents / 100),
});
const outlooks = fc.record({ spot: number(80, 120), drift: number(-0.1, 0.1), volatility: number(0.1, 0.5), years: number(0.02, 1) });
const distributions = fc.oneof(
  outlooks.map(lognormal),
  outlooks.map((outlook) => skewed(outlook, { slope: -0.1 * outlook.volatility, curvature: 0.1 })!),
);
const EXPIRY = { yearsAhead: 1, volatilityShift: 0 };

/** The middle prices of so many equally likely cases, worst result first. */
function cases(combination: Combination, quantile: (probability: number) => number, count: number): number[] {
  const profile = profileOf(combination, STOCK, EXPIRY);
  return Array.from({ length: count }, (_, i) => profile.resultAt(quantile((i + 0.5) / count))).toSorted((a, b) => a - b);
}

test('probability, average and tail are those of many equally likely cases', () => {
  const count = 2000;
  fc.assert(
    fc.property(combinations, distributions, number(0.6, 0.98), (combination, distribution, confidence) => {
      const profile = profileOf(combination, STOCK, EXPIRY);
      const results = cases(combination, distribution.quantile, count);
      const scale = Math.abs(results[0]!) + Math.abs(results.at(-1)!) + 1;

      const profits = results.filter((result) => result > 1e-9).length / count;
      expect(Math.abs(probabilityOfProfit(profile, distribution) - profits)).toBeLessThan((breakevensOf(profile).length + 1) / count);
      const average = results.reduce((sum, result) => sum + result, 0) / count;
      expect(Math.abs(expectedResult(profile, distribution) - average)).toBeLessThan(0.003 * scale);

      const { valueAtRisk, conditionalValueAtRisk } = tailLoss(profile, distribution, confidence);
      const share = (1 - confidence) * count;
      const around = [results[Math.floor(share) - 2]!, results[Math.ceil(share) + 1]!];
      expect(-valueAtRisk).toBeGreaterThanOrEqual(around[0]! - 1e-9);
      expect(-valueAtRisk).toBeLessThanOrEqual(around[1]! + 1e-9);
      const tail = results.slice(0, Math.round(share));
      expect(Math.abs(-conditionalValueAtRisk - tail.reduce((sum, result) => sum + result, 0) / tail.length)).toBeLessThan(0.03 * scale);
    }),
    { numRuns: 60 },
  );
});

test('the tail is at least as bad on average as at its edge, and worse the more confident one is', () => {
  fc.assert(
    fc.property(combinations, distributions, number(0.5, 0.95), (combination, distribution, confidence) => {
      const profile = profileOf(combination, STOCK, EXPIRY);
      const [here, further] = [confidence, confidence + 0.04].map((level) => tailLoss(profile, distribution, level));
      expect(here!.conditionalValueAtRisk).toBeGreaterThanOrEqual(here!.valueAtRisk - 1e-9);
      expect(further!.valueAtRisk).toBeGreaterThanOrEqual(here!.valueAtRisk - 1e-9);
      expect(further!.conditionalValueAtRisk).toBeGreaterThanOrEqual(here!.conditionalValueAtRisk - 1e-9);
    }),
    { numRuns: 60 },
  );
});

test('a distribution rises from nothing to certainty, and its mean is what the outlook expects', () => {
  fc.assert(
    fc.property(outlooks, number(1, 400), number(1, 400), (outlook, a, b) => {
      for (const distribution of [lognormal(outlook), skewed(outlook, { slope: -0.1 * outlook.volatility, curvature: 0.1 })!]) {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(distribution.below(high)).toBeGreaterThanOrEqual(distribution.below(low) - 1e-12);
        expect(distribution.expectedBelow(high)).toBeGreaterThanOrEqual(distribution.expectedBelow(low) - 1e-9);
        expect(distribution.below(0)).toBe(0);
        expect(distribution.below(Infinity)).toBeCloseTo(1, 12);
        expect(distribution.expectedBelow(Infinity)).toBeCloseTo(outlook.spot * Math.exp(outlook.drift * outlook.years), 9);
      }
    }),
  );
});
