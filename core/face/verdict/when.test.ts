import { expect, it } from 'vitest';
import { whenText } from './when.ts';

const formats = {
  zone: 'America/New_York',
  time: (instant: string) => instant.slice(11, 16),
  weekday: () => 'Mon',
  dayInYear: (day: string) => day,
};

const NOW = '2026-03-07T23:00:00.000Z';

it.each([
  ['2026-03-08T04:30:00.000Z', '04:30 today'],
  ['2026-03-08T05:00:00.000Z', '05:00 tomorrow'],
  ['2026-03-09T03:59:00.000Z', '03:59 tomorrow'],
  ['2026-03-09T04:00:00.000Z', '04:00 on Mon, 2026-03-09'],
])('a day is that of whoever reads, on the day the clocks change too: %s', (instant, said) => {
  expect(whenText(instant, NOW, formats)).toBe(said);
});
