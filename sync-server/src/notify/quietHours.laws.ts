import { instantFromMs, msOf } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { test } from 'vitest';
import { quietUntil } from './quietHours.ts';

const DAY_MS = 86_400_000;
const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const zone = fc.constantFrom('UTC', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu');
const moment = fc.integer({ min: msOf('2020-01-01T00:00:00.000Z'), max: msOf('2030-01-01T00:00:00.000Z') }).map(instantFromMs);

test('quiet hours end, after now and within a day and the hour a clock is put back', () => {
  fc.assert(
    fc.property(timeOfDay, timeOfDay, zone, moment, (from, to, where, now) => {
      fc.pre(from !== to);
      const until = quietUntil({ from, to, zone: where }, now);
      return until === undefined || (until > now && msOf(until) - msOf(now) <= DAY_MS + 3_600_000);
    }),
  );
});
