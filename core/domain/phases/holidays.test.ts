import { describe, expect, it } from 'vitest';
import { holidaysOf, isExchangeDay } from './holidays.ts';

describe("New York's exchanges", () => {
  // As the exchange has announced them.
  it.each([
    [2025, '01-01 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25'],
    [2026, '01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25'],
    [2027, '01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24'],
  ])('rest in %i on %s', (year, days) => {
    expect(holidaysOf(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('hold no New Year that falls on a Saturday, and one on a Sunday the day after', () => {
    expect(isExchangeDay('2021-12-31')).toBe(true);
    expect(holidaysOf(2022)[0]).toBe('2022-01-17');
    expect(holidaysOf(2023)[0]).toBe('2023-01-02');
  });

  it('find Good Friday at both ends of where Easter can be', () => {
    expect(isExchangeDay('2008-03-21')).toBe(false);
    expect(isExchangeDay('2038-04-23')).toBe(false);
  });

  it('are closed at weekends', () => {
    expect(['2026-01-09', '2026-01-10', '2026-01-11', '2026-01-12'].map(isExchangeDay)).toEqual([true, false, false, true]);
  });
});
