import { describe, expect, test } from 'vitest';
import { addMs, instantFromMs, instantSchema, isAfter, msOf } from './instant.ts';

const problemWith = (input: unknown) => instantSchema.safeParse(input).error?.issues[0]?.message;
const shape = 'an instant is written like 2026-03-02T14:30:00.000Z, with Z or an offset such as -05:00';

describe('an instant', () => {
  test.each([
    ['2026-03-02T14:30:00Z', '2026-03-02T14:30:00.000Z'],
    ['2026-03-02t14:30:00.5z', '2026-03-02T14:30:00.500Z'],
    ['2026-03-02T09:30:00-05:00', '2026-03-02T14:30:00.000Z'],
    ['2026-03-01T00:10:00+05:30', '2026-02-28T18:40:00.000Z'],
    ['2024-02-29T23:59:59.999-00:00', '2024-02-29T23:59:59.999Z'],
    ['2026-03-02T14:30:00.123000000Z', '2026-03-02T14:30:00.123Z'],
  ])('written %s is kept as %s', (written, kept) => {
    expect(instantSchema.parse(written)).toBe(kept);
  });

  test.each([
    ['2026-02-29T00:00:00Z', 'there is no such day; that month runs from 01 to 28'],
    ['2026-13-01T00:00:00Z', 'there is no such month; months run from 01 to 12'],
    ['2026-01-01T24:00:00Z', 'hours run from 00 to 23'],
    ['2026-01-01T00:60:00Z', 'minutes run from 00 to 59'],
    ['2016-12-31T23:59:60Z', 'seconds run from 00 to 59; leap seconds are not kept'],
    ['2026-01-01T00:00:00.0001Z', 'instants are kept to the millisecond; give at most 3 decimals of a second'],
    ['2026-01-01T00:00:00+24:00', 'an offset runs from -23:59 to +23:59'],
    ['1969-12-31T23:59:59.999Z', 'the year must lie between 1970 and 2200'],
    ['1970-01-01T00:00:00+00:01', 'the year must lie between 1970 and 2200'],
    ['2200-12-31T23:59:59-00:01', 'the year must lie between 1970 and 2200'],
    ['2026-01-01T00:00:00', shape],
    ['2026-01-01 00:00:00Z', shape],
    ['2026-01-01', shape],
    ['+002026-01-01T00:00:00Z', shape],
    ['2026-01-01T00:00:00Z\r\n', shape],
    [1_767_225_600_000, shape],
    [null, shape],
  ])('cannot be %j', (input, problem) => {
    expect(problemWith(input)).toBe(problem);
  });

  test('moves by milliseconds, over the end of a year', () => {
    expect(addMs('2025-12-31T23:59:59.999Z', 1)).toBe('2026-01-01T00:00:00.000Z');
    expect(addMs('2026-01-01T00:00:00.000Z', -1)).toBe('2025-12-31T23:59:59.999Z');
  });

  test('is not after itself', () => {
    expect(isAfter('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe(false);
    expect(isAfter('2026-01-01T00:00:00.001Z', '2026-01-01T00:00:00.000Z')).toBe(true);
  });

  test('counts from 1970', () => {
    expect(msOf('1970-01-01T00:00:00.000Z')).toBe(0);
    expect(msOf('2001-09-09T01:46:40.000Z')).toBe(1_000_000_000_000);
  });

  test.each([Number.NaN, Infinity, 0.5, 253_402_300_800_000])('cannot be made from %d ms', (ms) => {
    expect(() => instantFromMs(ms)).toThrow(RangeError);
  });
});
