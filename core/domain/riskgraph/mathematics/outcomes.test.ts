import { describe, expect, it } from 'vitest';
import {
  type Combination,
  type Outlook,
  expectedResult,
  lognormal,
  probabilityOfMoreThan,
  probabilityOfProfit,
  profileOf,
  skewed,
  tailLoss,
} from './index.ts';
import { STOCK, butterfly, coveredCall, ironCondor, option, underlying } from './testing/combinations.ts';

const OUTLOOK: Outlook = { spot: 100, drift: 0.03, volatility: 0.2, years: 0.1 };
const EXPIRY = { yearsAhead: 0.1, volatilityShift: 0 };
const likely = lognormal(OUTLOOK);
const profileAt = (combination: Combination) => profileOf(combination, STOCK, EXPIRY);

describe('at expiry', () => {
  it('a profit is as likely as a price between the breakevens', () => {
    const expected = likely.below(106.5) - likely.below(93.5);
    expect(probabilityOfProfit(profileAt(ironCondor), likely)).toBeCloseTo(expected, 14);
    expect(probabilityOfMoreThan(profileAt(ironCondor), likely, 1)).toBeCloseTo(likely.below(105.5) - likely.below(94.5), 14);
    expect(probabilityOfMoreThan(profileAt(ironCondor), likely, 1.5)).toBe(0);
    expect(probabilityOfMoreThan(profileAt(ironCondor), likely, -5)).toBe(1);
  });

  it('what can only gain is certain to, what can only lose never does', () => {
    const flat = [option(1, 'call', 100), option(-1, 'call', 100)];
    expect(probabilityOfProfit(profileAt({ legs: flat, cost: -1 }), likely)).toBe(1);
    expect(probabilityOfProfit(profileAt({ legs: flat, cost: 0 }), likely)).toBe(0);
    expect(probabilityOfProfit(profileAt({ legs: flat, cost: 1 }), likely)).toBe(0);
  });

  it('stock is expected to be worth its forward', () => {
    expect(expectedResult(profileAt({ legs: [underlying(3)], cost: 250 }), likely)).toBeCloseTo(300 * Math.exp(0.003) - 250, 11);
  });

  it('what is certain to be lost is all there is to lose', () => {
    const flat = profileAt({ legs: [], cost: 7 });
    expect(tailLoss(flat, likely, 0.95)).toEqual({ valueAtRisk: 7, conditionalValueAtRisk: 7 });
  });

  it('the tail of stock is that of its price', () => {
    const { valueAtRisk, conditionalValueAtRisk } = tailLoss(profileAt({ legs: [underlying(1)], cost: 100 }), likely, 0.95);
    const worst = likely.quantile(0.05);
    expect(valueAtRisk).toBeCloseTo(100 - worst, 9);
    expect(conditionalValueAtRisk).toBeCloseTo(100 - likely.expectedBelow(worst) / 0.05, 9);
  });

  it('where a tail is one loss for many prices, both are that loss; a better case counts only for the rest', () => {
    const { valueAtRisk, conditionalValueAtRisk } = tailLoss(profileAt(ironCondor), likely, 0.95);
    expect(valueAtRisk).toBeCloseTo(3.5, 12);
    expect(conditionalValueAtRisk).toBeCloseTo(3.5, 12);
    const sure = likely.below(90) + 1 - likely.below(110);
    const rarely = tailLoss(profileAt(ironCondor), likely, 1 - 2 * sure);
    expect(rarely.valueAtRisk).toBeLessThan(3.5);
    expect(rarely.conditionalValueAtRisk).toBeGreaterThan((rarely.valueAtRisk + 3.5) / 2);
    expect(rarely.conditionalValueAtRisk).toBeLessThan(3.5);
  });

  it('a day without time or chance has one price', () => {
    for (const still of [lognormal({ ...OUTLOOK, years: 0 }), lognormal({ ...OUTLOOK, volatility: 0 })]) {
      expect(probabilityOfProfit(profileAt(butterfly), still)).toBe(1);
      expect(tailLoss(profileAt(coveredCall), still, 0.99).valueAtRisk).toBeLessThan(-1.9);
    }
  });
});

describe('under a skew', () => {
  const crashes = skewed(OUTLOOK, { slope: -0.4, curvature: 0.5 })!;

  it('no skew is the plain distribution', () => {
    const plain = skewed(OUTLOOK, { slope: 0, curvature: 0 })!;
    for (const spot of [50, 80, 95, 100, 105, 130]) {
      expect(plain.below(spot)).toBeCloseTo(likely.below(spot), 14);
      expect(plain.expectedBelow(spot)).toBeCloseTo(likely.expectedBelow(spot), 11);
    }
    for (const probability of [0.001, 0.05, 0.5, 0.99]) expect(plain.quantile(probability)).toBeCloseTo(likely.quantile(probability), 9);
  });

  it('falls are likelier than without one, and lose more', () => {
    expect(crashes.below(85)).toBeGreaterThan(likely.below(85));
    const sold = profileAt({ legs: [option(-1, 'put', 100)], cost: -2.5 });
    const [skew, plain] = [crashes, likely].map((distribution) => tailLoss(sold, distribution, 0.99));
    expect(skew!.conditionalValueAtRisk).toBeGreaterThan(plain!.conditionalValueAtRisk);
  });

  it('options are worth on average what their own volatility prices them at', () => {
    const mean = 100 * Math.exp(0.003);
    for (const strike of [85, 92, 100, 108]) {
      const moneyness = Math.log(strike / mean);
      const place = 3 * 0.2 * Math.sqrt(0.1) * Math.tanh(moneyness / (3 * 0.2 * Math.sqrt(0.1)));
      const volatility = 0.2 - 0.4 * place + 0.5 * place ** 2;
      const flat = lognormal({ ...OUTLOOK, volatility });
      const put = profileAt({ legs: [option(1, 'put', strike)], cost: 0 });
      expect(expectedResult(put, crashes)).toBeCloseTo(expectedResult(put, flat), 11);
    }
  });

  it('volatilities that no prices can have give no probabilities', () => {
    expect(skewed(OUTLOOK, { slope: -5, curvature: 0 })).toBeUndefined();
    expect(skewed(OUTLOOK, { slope: 0, curvature: -20 })).toBeUndefined();
    expect(skewed({ ...OUTLOOK, volatility: 0 }, { slope: 0, curvature: 0 })).toBeUndefined();
  });
});

describe('before expiry', () => {
  it('what is expected of an option is its price, grown, when the market’s own drift is', () => {
    const drift = STOCK.rate - STOCK.dividendYield;
    const half = profileOf({ legs: [option(1, 'call', 103, 0.1)], cost: 0 }, STOCK, { yearsAhead: 0.05, volatilityShift: 0 });
    const now = profileOf({ legs: [option(1, 'call', 103, 0.1)], cost: 0 }, STOCK, { yearsAhead: 0, volatilityShift: 0 }).resultAt(100);
    const expected = expectedResult(half, lognormal({ spot: 100, drift, volatility: 0.2, years: 0.05 }));
    expect(expected / (now * Math.exp(STOCK.rate * 0.05))).toBeCloseTo(1, 4);
  });
});
