import { expect, test } from 'vitest';
import { timeFormat } from './timeFormat.ts';

test('a day is the same day in every zone', () => {
  for (const zone of ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago']) {
    expect(timeFormat('en-GB', zone).day('2026-03-02')).toBe('2 Mar 2026');
  }
});

test('an instant is shown in the zone of whoever reads', () => {
  const instant = '2026-03-02T14:30:00.000Z';
  expect(timeFormat('en-GB', 'America/New_York').time(instant)).toBe('09:30');
  expect(timeFormat('en-GB', 'Asia/Tokyo').dateTime(instant)).toBe('2 Mar 2026, 23:30');
});

test('the hour that clocks go through twice is told apart where it matters', () => {
  const { time, exactTime } = timeFormat('en-GB', 'Europe/Berlin');
  const [first, second] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
  expect(time(first)).toBe(time(second));
  expect(exactTime(first)).not.toBe(exactTime(second));
});

test.each([
  ['2026-03-02T14:29:40.000Z', 'now'],
  ['2026-03-02T14:27:10.000Z', '2 min. ago'],
  ['2026-03-02T11:30:00.000Z', '3 hr. ago'],
  ['2026-03-01T14:30:00.000Z', 'yesterday'],
  ['2026-03-02T14:35:00.000Z', 'in 5 min.'],
])('from half past two, %s is %s', (instant, said) => {
  expect(timeFormat('en-US', 'UTC').ago(instant, '2026-03-02T14:30:00.000Z')).toBe(said);
});
