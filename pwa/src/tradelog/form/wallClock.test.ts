import { calendarDayOf } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import { clockTimeOf, instantAt } from './wallClock.ts';

test.each([
  ['2026-11-20', '09:30:00', 'America/New_York', '2026-11-20T14:30:00.000Z'],
  ['2026-11-20', '09:30', 'Asia/Tokyo', '2026-11-20T00:30:00.000Z'],
  // Half past one came twice on this day; and half past two never came on that one.
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
])('%s %s in %s', (day, time, zone, instant) => {
  expect(instantAt(day, time, zone)).toBe(instant);
});

test('what is shown is read back', () => {
  const instant = '2026-07-04T23:59:58.000Z';
  for (const zone of ['America/New_York', 'Asia/Kolkata', 'UTC']) {
    expect(instantAt(calendarDayOf(instant, zone), clockTimeOf(instant, zone), zone)).toBe(instant);
  }
});
