import { describe, expect, it } from 'vitest';
import { cumulative, quantile } from './normal.ts';
import { letsBeRational } from './testing/goldenBlack.ts';
import { relativeError } from './testing/cases.ts';

describe('the normal distribution', () => {
  it.each(letsBeRational)('is what py_lets_be_rational says, row %#', (_f, _k, _v, _t, _q, _price, _implied, place, probability) => {
    expect(relativeError(cumulative(place), probability)).toBeLessThan(1e-14);
  });

  // Worked out in 40 digits; Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.2, has their first ones.
  it.each([
    [1, 1.5865525393145705142e-1],
    [3, 1.3498980316300945267e-3],
    [5, 2.8665157187919391167e-7],
    [6, 9.865876450376981407e-10],
    [8, 6.2209605742717841235e-16],
    [10, 7.619853024160526066e-24],
    [20, 2.7536241186062336951e-89],
    [30, 4.9067139271481870595e-198],
    [37, 5.7255712225245768227e-300],
  ])('keeps its digits in the tail at −%d', (distance, probability) => {
    expect(relativeError(cumulative(-distance), probability)).toBeLessThan(1e-13);
  });

  it('ends at nothing and certainty', () => {
    expect([-Infinity, -40, 40, Infinity].map(cumulative)).toEqual([0, 0, 1, 1]);
    expect(cumulative(0)).toBeCloseTo(0.5, 15);
    expect([0, 1].map(quantile)).toEqual([-Infinity, Infinity]);
    expect(quantile(0.5)).toBeCloseTo(0, 15);
  });

  // Worked out in 40 digits.
  it.each([
    [0.975, 1.9599639845],
    [0.995, 2.5758293035],
    [0.9995, 3.2905267315],
    [1e-10, -6.3613409024],
    [1e-300, -37.0470962994],
  ])('has a quantile at %d', (probability, place) => {
    expect(quantile(probability)).toBeCloseTo(place, 9);
  });
});
