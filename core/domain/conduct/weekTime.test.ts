import { expect, test } from 'vitest';
import { timeOfWeek } from './weekTime.ts';

const newYork = { id: '2', zone: 'America/New_York', session_start: '00:00' };
const futures = { id: '1', zone: 'America/Chicago', session_start: '17:00' };

test('a week is told by the clock of the account that was opened first, whatever their order', () => {
  const evening = { from: '2026-10-25T22:00:00.000Z', to: '2026-11-01T23:00:00.000Z' };
  expect(timeOfWeek('2026-W44', [newYork, futures])).toEqual(evening);
  expect(timeOfWeek('2026-W44', [futures, newYork])).toEqual(evening);
});

test('a week in which the clocks change is an hour longer', () => {
  expect(timeOfWeek('2026-W44', [newYork])).toEqual({ from: '2026-10-26T04:00:00.000Z', to: '2026-11-02T05:00:00.000Z' });
});

test('without an account it is a week of UTC', () => {
  expect(timeOfWeek('2026-W01', [])).toEqual({ from: '2025-12-29T00:00:00.000Z', to: '2026-01-05T00:00:00.000Z' });
});
