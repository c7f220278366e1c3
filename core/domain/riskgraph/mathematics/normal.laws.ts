import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cumulative, quantile } from './normal.ts';
import { number, relativeError } from './testing/cases.ts';
import { slowTail } from './testing/slowPrice.ts';

test('the tail is as the slow reference says, relatively, as far as there are numbers for it', () => {
  fc.assert(
    fc.property(number(-37, 37), (x) => {
      expect(relativeError(cumulative(x), slowTail(-x))).toBeLessThan(1e-12);
    }),
  );
});

test('both sides of a place add up to certainty', () => {
  fc.assert(
    fc.property(number(-40, 40), (x) => {
      expect(Math.abs(cumulative(x) + cumulative(-x) - 1)).toBeLessThan(1e-15);
    }),
  );
});

test('a quantile has its probability', () => {
  fc.assert(
    fc.property(number(-600, -0.01).map(Math.exp), (probability) => {
      expect(relativeError(cumulative(quantile(probability)), probability)).toBeLessThan(1e-12);
    }),
  );
});
