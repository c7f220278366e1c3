import { describe, expect, test } from 'vitest';
import { daysBetween, daySchema } from './day.ts';

const problemWith = (input: unknown) => daySchema.safeParse(input).error?.issues[0]?.message;

describe('a day', () => {
  test.each(['1970-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2200-12-31'])('may be %s', (day) => {
    expect(daySchema.parse(day)).toBe(day);
  });

  test.each([
    ['2026-02-29', 'there is no such day; that month runs from 01 to 28'],
    ['2100-02-29', 'there is no such day; that month runs from 01 to 28'],
    ['2026-04-31', 'there is no such day; that month runs from 01 to 30'],
    ['2026-01-00', 'there is no such day; that month runs from 01 to 31'],
    ['2026-13-01', 'there is no such month; months run from 01 to 12'],
    ['2026-00-01', 'there is no such month; months run from 01 to 12'],
    ['1969-12-31', 'the year must lie between 1970 and 2200'],
    ['2201-01-01', 'the year must lie between 1970 and 2200'],
    ['2026-1-1', 'a day is written YYYY-MM-DD'],
    ['2026-01-01T00:00', 'a day is written YYYY-MM-DD'],
    ['٢٠٢٦-٠١-٠١', 'a day is written YYYY-MM-DD'],
    [20260101, 'a day is written YYYY-MM-DD'],
  ])('cannot be %j', (input, problem) => {
    expect(problemWith(input)).toBe(problem);
  });

  test('is so many days from another', () => {
    expect(daysBetween('2026-03-01', '2026-03-20')).toBe(19);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-20', '2026-03-01')).toBe(-19);
    expect(daysBetween('1970-01-01', '1970-01-01')).toBe(0);
  });
});
