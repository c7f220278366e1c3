import { describe, expect, test } from 'vitest';
import { dayByKey, type Flow, weeksOf } from './weeks.ts';

test('a month has whole weeks from Monday to Sunday, over its ends and over those of a year', () => {
  expect(weeksOf('2025-10-01', '2025-10-31').map((week) => [week[0], week[6]])).toEqual([
    ['2025-09-29', '2025-10-05'],
    ['2025-10-06', '2025-10-12'],
    ['2025-10-13', '2025-10-19'],
    ['2025-10-20', '2025-10-26'],
    ['2025-10-27', '2025-11-02'],
  ]);
  expect(weeksOf('2026-12-31', '2026-12-31')).toEqual([
    ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'],
  ]);
  expect(weeksOf('2026-02-01', '2026-02-28')).toHaveLength(5);
});

describe('a key leads to another day', () => {
  const by = (key: string, day: string, flow: Flow = 'rows', isRtl = false) =>
    dayByKey(key, day, { first: '2025-10-01', last: '2025-10-31', flow, isRtl });

  test.each([
    ['ArrowRight', '2025-10-22'],
    ['ArrowLeft', '2025-10-20'],
    ['ArrowDown', '2025-10-28'],
    ['ArrowUp', '2025-10-14'],
    ['PageDown', '2025-11-21'],
    ['PageUp', '2025-09-21'],
    ['Home', '2025-10-20'],
    ['End', '2025-10-26'],
    ['Enter', undefined],
  ])('%s to %s', (key, to) => {
    expect(by(key, '2025-10-21')).toBe(to);
  });

  test('where weeks stand side by side, along them', () => {
    expect(by('ArrowRight', '2025-10-21', 'columns')).toBe('2025-10-28');
    expect(by('ArrowDown', '2025-10-21', 'columns')).toBe('2025-10-22');
  });

  test('the other way round where one reads from the right', () => {
    expect(by('ArrowLeft', '2025-10-21', 'rows', true)).toBe('2025-10-22');
  });

  test('the ends of a week stay in sight, a short month has its own last day', () => {
    expect(by('Home', '2025-10-02')).toBe('2025-10-01');
    expect(by('End', '2025-10-30')).toBe('2025-10-31');
    expect(by('PageUp', '2025-10-31')).toBe('2025-09-30');
  });
});
