import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfEpochDay } from './day.ts';
import { instantFromMs, msOf } from './instant.ts';
import { calendarDayOf } from './calendarDay.ts';
import { tradingDayBounds, tradingDayOf } from './tradingDay.ts';

const HOUR_MS = 3_600_000;

/** Each zone with a moment near which its clocks do something odd: random instants alone would hardly ever land there. */
const oddMoments = [
  ['America/New_York', '2026-03-08T07:00:00.000Z'],
  ['America/New_York', '2026-11-01T06:00:00.000Z'],
  ['Europe/London', '2026-10-25T01:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
  ['Asia/Kolkata', '2026-01-01T00:00:00.000Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['America/St_Johns', '2010-11-07T02:31:00.000Z'],
  ['UTC', '1970-01-03T00:00:00.000Z'],
] as const;

const zones = oddMoments.map(([zone]) => zone);
const starts = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

const anywhere = fc.record({
  zone: fc.constantFrom(...zones),
  session_start: starts,
  ms: fc.integer({ min: msOf('1970-01-03T00:00:00.000Z'), max: msOf('2100-01-01T00:00:00.000Z') }),
});
const nearOddMoments = fc.constantFrom(...oddMoments).chain(([zone, at]) =>
  fc.record({
    zone: fc.constant(zone),
    session_start: starts,
    ms: fc.integer({ min: -40 * HOUR_MS, max: 40 * HOUR_MS }).map((distance) => msOf(at) + distance),
  }),
);
const cases = fc.oneof(anywhere, nearOddMoments);

test('every instant lies within the bounds of its own trading day', () => {
  fc.assert(
    fc.property(cases, ({ ms, ...session }) => {
      const instant = instantFromMs(ms);
      const { starts_at, ends_at } = tradingDayBounds(tradingDayOf(instant, session), session);
      expect(starts_at <= instant && instant < ends_at).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('days follow each other without a gap, and none runs backwards', () => {
  fc.assert(
    fc.property(cases, ({ ms, ...session }) => {
      const epochDay = Math.floor(ms / (24 * HOUR_MS));
      const today = tradingDayBounds(dayOfEpochDay(epochDay), session);
      const tomorrow = tradingDayBounds(dayOfEpochDay(epochDay + 1), session);
      expect(today.ends_at).toBe(tomorrow.starts_at);
      expect(today.starts_at <= today.ends_at).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a later instant never belongs to an earlier day', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 30 * HOUR_MS }), ({ ms, ...session }, later) => {
      expect(tradingDayOf(instantFromMs(ms), session) <= tradingDayOf(instantFromMs(ms + later), session)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the day is the one an unhurried look at the wall clock gives, wherever the clocks are steady', () => {
  fc.assert(
    fc.property(cases, ({ ms, ...session }) => {
      const now = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(session.zone);
      fc.pre(now.subtract({ hours: 48 }).offset === now.offset && now.add({ hours: 48 }).offset === now.offset);
      const started = Temporal.PlainTime.compare(now.toPlainTime(), session.session_start) >= 0;
      const startedOn = now.toPlainDate().subtract({ days: started ? 0 : 1 });
      const named = session.session_start > '12:00' ? startedOn.add({ days: 1 }) : startedOn;
      expect(tradingDayOf(instantFromMs(ms), session)).toBe(named.toString());
    }),
    { numRuns: 500 },
  );
});

test('answers do not depend on what was asked before', () => {
  const manySessions = fc.array(cases, { minLength: 80, maxLength: 120 });
  fc.assert(
    fc.property(manySessions, (list) => {
      const ask = () => list.map(({ ms, ...session }) => tradingDayOf(instantFromMs(ms), session));
      expect(ask()).toEqual(ask());
    }),
    { numRuns: 5 },
  );
});

test('a session from midnight gives calendar days, wherever midnight comes once', () => {
  fc.assert(
    fc.property(cases, ({ ms, zone }) => {
      fc.pre(zone !== 'America/St_Johns');
      const instant = instantFromMs(ms);
      expect(tradingDayOf(instant, { zone, session_start: '00:00' })).toBe(calendarDayOf(instant, zone));
    }),
    { numRuns: 500 },
  );
});
