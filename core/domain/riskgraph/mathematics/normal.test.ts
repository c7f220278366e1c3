import { describe, expect, it } from 'vitest';
import { cumulative, quantile } from './normal.ts';
import { letsBeRational } from './testing/goldenBlack.ts';
import { relativeError } from './testing/cases.ts';

describe('the normal distribution', () => {
  it.each(letsBeRational)('is what py_lets_be_rational says, row %#', (...[, , , , , , , place, probability]) => {
    expect(relativeError(cumulative(place), probability)).toBeLessThan(1e-14);
  });

  // Worked out in 40 digits; Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.2, has their first ones.
  it.each([
    [1, 0.15865525393145705],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [6, 9.86587645037698e-10],
    [8, 6.220960574271784e-16],
    [10, 7.619853024160525e-24],
    [20, 2.7536241186062337e-89],
    [30, 4.906713927148187e-198],
    [37, 5.725571222524577e-300],
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
