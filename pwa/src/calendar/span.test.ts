import { expect, test } from 'vitest';
import { isMonth, monthAfter, monthsOfYear, spanOf } from './span.ts';

test('a view shows a month or the whole year it is in', () => {
  expect(spanOf('month', '2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
  expect(spanOf('heat', '2028-02')).toEqual({ first: '2028-01-01', last: '2028-12-31' });
  expect(monthsOfYear('2028-02')).toEqual(expect.arrayContaining(['2028-01', '2028-12']));
});

test('a step leads over the end of a year', () => {
  expect(monthAfter('month', '2026-12', 1)).toBe('2027-01');
  expect(monthAfter('month', '2027-01', -1)).toBe('2026-12');
  expect(monthAfter('year', '2027-01', -1)).toBe('2026-01');
});

test.each([
  ['2026-11', true],
  ['2026-13', false],
  ['1066-10', false],
  ['soon', false],
])('whether %s is a month: %s', (text, is) => {
  expect(isMonth(text)).toBe(is);
});
