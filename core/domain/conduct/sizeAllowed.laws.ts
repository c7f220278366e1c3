import { absolute, add, compare, decimal, decimalText, multiply, ONE, subtract } from '../kernel/index.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeAllowed } from './sizeAllowed.ts';

const figure = (most: number, places: number) =>
  fc.integer({ min: 1, max: most }).map((coefficient) => decimalText({ coefficient: BigInt(coefficient), scale: places }));

const asked = fc.record({
  account_size: figure(100_000_000, 2),
  risk_pct: figure(100_000, 4),
  entry: figure(1_000_000, 3),
  stop: figure(1_000_000, 3),
  multiplier: fc.constantFrom('1', '0.5', '50', '1000'),
  most_put_in: fc.option(figure(10_000_000, 2), { nil: null }),
});

test('a size risks and costs no more than it may, and one unit more would', () => {
  fc.assert(
    fc.property(asked, (given) => {
      const size = sizeAllowed(given);
      const { account_size, risk_pct, entry, stop, multiplier, most_put_in } = given;
      if (size === undefined) {
        expect(entry).toBe(stop);
        return;
      }
      const way = multiply(absolute(subtract(decimal(entry), decimal(stop))), decimal(multiplier));
      const cost = multiply(decimal(entry), decimal(multiplier));
      const mayLose = multiply(multiply(decimal(account_size), decimal(risk_pct)), decimal('0.01'));
      const isAllowed = (units: ReturnType<typeof decimal>) =>
        compare(multiply(way, units), mayLose) <= 0 && (most_put_in === null || compare(multiply(cost, units), decimal(most_put_in)) <= 0);
      expect(isAllowed(decimal(size))).toBe(true);
      expect(isAllowed(add(decimal(size), ONE))).toBe(false);
      expect(compare(decimal(size), decimal('0'))).not.toBe(-1);
    }),
  );
});

test('half a percent of ten thousand with a stop two points away is 25 units', () => {
  const terms = { account_size: '10000', risk_pct: '0.5', entry: '102', stop: '100', multiplier: '1' };
  expect(sizeAllowed({ ...terms, most_put_in: null })).toBe('25');
  expect(sizeAllowed({ ...terms, most_put_in: '1000' })).toBe('9');
  expect(sizeAllowed({ ...terms, stop: '102', most_put_in: null })).toBeUndefined();
});
