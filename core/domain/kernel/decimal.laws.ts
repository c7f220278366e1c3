import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ONE,
  ZERO,
  absolute,
  add,
  compare,
  decimal,
  decimalText,
  divide,
  divideDown,
  divideUp,
  multiply,
  negate,
  roundTo,
  signOf,
  subtract,
  type Decimal,
} from './decimal.ts';

const decimals = fc.record({ coefficient: fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }), scale: fc.integer({ min: 0, max: 14 }) });
const places = fc.integer({ min: 0, max: 12 });

const same = (a: Decimal, b: Decimal) => expect(decimalText(a)).toBe(decimalText(b));
const half = (unitPlaces: number): Decimal => ({ coefficient: 5n, scale: unitPlaces + 1 });

describe('decimals form a ring', () => {
  test('addition commutes, associates, has nothing and an opposite', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        same(add(a, b), add(b, a));
        same(add(add(a, b), c), add(a, add(b, c)));
        same(add(a, ZERO), a);
        same(add(a, negate(a)), ZERO);
        same(add(subtract(a, b), b), a);
      }),
    );
  });

  test('multiplication commutes, associates, has one, and spreads over addition', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        same(multiply(a, b), multiply(b, a));
        same(multiply(multiply(a, b), c), multiply(a, multiply(b, c)));
        same(multiply(a, ONE), a);
        same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
      }),
    );
  });
});

test('text goes in and out unchanged, in one canonical spelling', () => {
  fc.assert(
    fc.property(decimals, (d) => {
      const text = decimalText(d);
      expect(text).toMatch(/^(0|-?(0\.[0-9]*[1-9]|[1-9][0-9]*(\.[0-9]*[1-9])?))$/);
      expect(decimalText(decimal(text))).toBe(text);
      expect(compare(decimal(text), d)).toBe(0);
    }),
  );
});

test('comparing is a total order that agrees with subtraction and with the canonical text', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (a, b, c) => {
      expect(compare(a, b)).toBe(signOf(subtract(a, b)));
      expect(compare(a, b) + compare(b, a)).toBe(0);
      expect(compare(a, b) === 0).toBe(decimalText(a) === decimalText(b));
      const [low, middle, high] = [a, b, c].toSorted(compare) as [Decimal, Decimal, Decimal];
      expect(compare(low, middle)).toBeLessThanOrEqual(0);
      expect(compare(middle, high)).toBeLessThanOrEqual(0);
      expect(compare(low, high)).toBeLessThanOrEqual(0);
    }),
  );
});

test('quotient × divisor + rest = dividend, with a rest of at most half a unit', () => {
  fc.assert(
    fc.property(decimals, decimals, places, (a, b, to) => {
      fc.pre(signOf(b) !== 0);
      const rest = subtract(a, multiply(divide(a, b, to), b));
      expect(compare(absolute(rest), multiply(absolute(b), half(to)))).toBeLessThanOrEqual(0);
    }),
  );
});

test('down and up are the nearest quotients on either side of the true one, and the same where it is exact', () => {
  fc.assert(
    fc.property(decimals, decimals, places, (a, b, to) => {
      fc.pre(signOf(b) !== 0);
      const [down, up] = [divideDown(a, b, to), divideUp(a, b, to)];
      const beside = (quotient: Decimal) => compare(multiply(quotient, absolute(b)), signOf(b) < 0 ? negate(a) : a);
      expect(beside(down)).toBeLessThanOrEqual(0);
      expect(beside(up)).toBeGreaterThanOrEqual(0);
      const isExact = beside(down) === 0;
      same(subtract(up, down), isExact ? ZERO : { coefficient: 1n, scale: to });
    }),
  );
});

test('what was multiplied divides out again', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      fc.pre(signOf(b) !== 0);
      same(divide(multiply(a, b), b, a.scale), a);
    }),
  );
});

test('rounding moves at most half a unit, lands on even at the half, and leans neither way', () => {
  fc.assert(
    fc.property(decimals, places, (d, to) => {
      const rounded = roundTo(d, to);
      const moved = absolute(subtract(rounded, d));
      expect(compare(moved, half(to))).toBeLessThanOrEqual(0);
      if (compare(moved, half(to)) === 0) expect(rounded.coefficient % 2n).toBe(0n);
      same(roundTo(negate(d), to), negate(rounded));
      same(divide(d, ONE, to), rounded);
    }),
  );
});

test('a half always goes to the even neighbour', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), places, (coefficient, to) => {
      const between = add({ coefficient, scale: to }, half(to));
      const even = coefficient % 2n === 0n ? coefficient : coefficient + 1n;
      same(roundTo(between, to), { coefficient: even, scale: to });
    }),
  );
});
