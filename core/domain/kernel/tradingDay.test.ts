import { describe, expect, test } from 'vitest';
import { calendarDayOf } from './calendarDay.ts';
import { sessionStartSchema, tradingDayBounds, tradingDayOf, zoneSchema } from './tradingDay.ts';

const newYork = { zone: 'America/New_York', session_start: '00:00' };
const globex = { zone: 'America/Chicago', session_start: '17:00' };

describe('a trading day', () => {
  test('in New York is that day in New York', () => {
    expect(tradingDayOf('2026-03-03T04:59:59.999Z', newYork)).toBe('2026-03-02');
    expect(tradingDayOf('2026-03-03T05:00:00.000Z', newYork)).toBe('2026-03-03');
  });

  test('that starts in the evening is named after the day it trades into', () => {
    expect(tradingDayOf('2026-03-02T22:59:59.999Z', globex)).toBe('2026-03-02');
    expect(tradingDayOf('2026-03-02T23:00:00.000Z', globex)).toBe('2026-03-03');
    expect(tradingDayBounds('2026-03-03', globex)).toEqual({
      starts_at: '2026-03-02T23:00:00.000Z',
      ends_at: '2026-03-03T23:00:00.000Z',
    });
  });

  test('that starts at noon is named after the day it starts on, a minute later after the next', () => {
    expect(tradingDayOf('2026-03-02T12:30:00.000Z', { zone: 'UTC', session_start: '12:00' })).toBe('2026-03-02');
    expect(tradingDayOf('2026-03-02T12:30:00.000Z', { zone: 'UTC', session_start: '12:01' })).toBe('2026-03-03');
  });

  test.each([
    ['2026-03-08', 'loses an hour', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01', 'gains an hour', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ])('%s %s in New York', (day, _what, starts_at, ends_at) => {
    expect(tradingDayBounds(day, newYork)).toEqual({ starts_at, ends_at });
  });

  test('that should start in an hour the clocks skip starts when they jump', () => {
    const saoPaulo = { zone: 'America/Sao_Paulo', session_start: '00:00' };
    expect(tradingDayBounds('2018-11-04', saoPaulo).starts_at).toBe('2018-11-04T03:00:00.000Z');
    expect(tradingDayOf('2018-11-04T02:59:59.999Z', saoPaulo)).toBe('2018-11-03');
    expect(tradingDayOf('2018-11-04T03:00:00.000Z', saoPaulo)).toBe('2018-11-04');
  });

  test('that should start in an hour that comes twice starts the first time', () => {
    const inOverlap = { zone: 'Europe/London', session_start: '01:30' };
    expect(tradingDayBounds('2026-10-25', inOverlap).starts_at).toBe('2026-10-25T00:30:00.000Z');
    expect(tradingDayOf('2026-10-25T01:15:00.000Z', inOverlap)).toBe('2026-10-25');
  });

  test('that a country left out holds no instant', () => {
    const apia = { zone: 'Pacific/Apia', session_start: '00:00' };
    expect(tradingDayOf('2011-12-30T09:59:59.999Z', apia)).toBe('2011-12-29');
    expect(tradingDayOf('2011-12-30T10:00:00.000Z', apia)).toBe('2011-12-31');
    const { starts_at, ends_at } = tradingDayBounds('2011-12-30', apia);
    expect(starts_at).toBe(ends_at);
  });

  test('shifts by half an hour where the clocks do', () => {
    const lordHowe = { zone: 'Australia/Lord_Howe', session_start: '00:00' };
    expect(tradingDayBounds('2026-04-05', lordHowe)).toEqual({
      starts_at: '2026-04-04T13:00:00.000Z',
      ends_at: '2026-04-05T13:30:00.000Z',
    });
  });
});

test('a calendar day is what the wall shows', () => {
  expect(calendarDayOf('2026-03-02T23:00:00.000Z', 'America/Chicago')).toBe('2026-03-02');
  expect(calendarDayOf('2026-03-02T18:30:00.000Z', 'Asia/Kolkata')).toBe('2026-03-03');
});

describe('a zone', () => {
  test.each([
    ['UTC', 'UTC'],
    ['America/New_York', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('%s is kept as %s', (written, kept) => {
    expect(zoneSchema.parse(written)).toBe(kept);
  });

  test.each(['', '+02:00', '-05', 'Mars/Olympus', 'America', '2026-03-02T00:00Z[America/New_York]', '../etc/passwd', 'UTC\r\n', 5])(
    'cannot be %j',
    (input) => {
      expect(zoneSchema.safeParse(input).error?.issues).toMatchObject([
        { message: 'a zone is an IANA name such as America/New_York or UTC' },
      ]);
    },
  );
});

describe('a session start', () => {
  test.each(['00:00', '09:30', '17:00', '23:59'])('may be %s', (start) => {
    expect(sessionStartSchema.parse(start)).toBe(start);
  });

  test.each(['24:00', '9:30', '09:60', '09:30:00', '', 930])('cannot be %j', (input) => {
    expect(sessionStartSchema.safeParse(input).error?.issues).toMatchObject([
      { message: 'a session start is written HH:MM, from 00:00 to 23:59' },
    ]);
  });
});
