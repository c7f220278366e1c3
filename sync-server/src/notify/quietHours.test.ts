import { expect, test } from 'vitest';
import { quietUntil } from './quietHours.ts';

const night = { from: '22:00', to: '07:00', zone: 'Europe/Berlin' };
const lunch = { from: '12:00', to: '13:30', zone: 'America/New_York' };

test.each([
  ['in the evening', night, '2026-01-10T21:30:00.000Z', '2026-01-11T06:00:00.000Z'],
  ['after midnight', night, '2026-01-10T23:30:00.000Z', '2026-01-11T06:00:00.000Z'],
  ['at their first minute', night, '2026-01-10T21:00:00.000Z', '2026-01-11T06:00:00.000Z'],
  ['at their end', night, '2026-01-11T06:00:00.000Z', undefined],
  ['in the day', night, '2026-01-11T12:00:00.000Z', undefined],
  ['within a day', lunch, '2026-01-10T17:15:00.000Z', '2026-01-10T18:30:00.000Z'],
  ['before those', lunch, '2026-01-10T16:59:00.000Z', undefined],
  ['in the night that loses an hour', night, '2026-03-28T22:00:00.000Z', '2026-03-29T05:00:00.000Z'],
  ['in the night that gains one', night, '2026-10-24T21:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ['to a time that is skipped', { ...night, to: '02:30' }, '2026-03-28T22:00:00.000Z', '2026-03-29T01:30:00.000Z'],
  ['to a time that comes twice', { ...night, to: '02:30' }, '2026-10-25T01:10:00.000Z', '2026-10-25T01:30:00.000Z'],
] as const)('%s', (_, hours, now, until) => {
  expect(quietUntil(hours, now)).toBe(until);
});
