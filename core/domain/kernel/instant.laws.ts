import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMs, instantFromMs, instantSchema, isAfter, msOf } from './instant.ts';

const LAST_MS = msOf('2200-12-31T23:59:59.999Z');
const moments = fc.integer({ min: 0, max: LAST_MS });

test('text and milliseconds say the same, in 24 characters', () => {
  fc.assert(
    fc.property(moments, (ms) => {
      const instant = instantFromMs(ms);
      expect(instant).toHaveLength(24);
      expect(msOf(instant)).toBe(ms);
      expect(msOf(instant)).toBe(Temporal.Instant.from(instant).epochMilliseconds);
      expect(instantSchema.parse(instant)).toBe(instant);
    }),
  );
});

test('every moment of the years 0000 to 9999 is written as Temporal writes it', () => {
  const [first, last] = [msOf('0000-01-01T00:00:00.000Z'), msOf('9999-12-31T23:59:59.999Z')];
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (ms) => {
      expect(instantFromMs(ms)).toBe(Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' }));
    }),
  );
});

test('text order is time order', () => {
  fc.assert(
    fc.property(moments, moments, (a, b) => {
      expect(isAfter(instantFromMs(a), instantFromMs(b))).toBe(a > b);
    }),
  );
});

test('moving there and back changes nothing', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -1e12, max: 1e12 }), (ms, by) => {
      const instant = instantFromMs(ms);
      expect(addMs(addMs(instant, by), -by)).toBe(instant);
    }),
  );
});

test('one moment written at any offset is kept as one text', () => {
  const days = fc.integer({ min: 86_400_000, max: LAST_MS - 86_400_000 });
  fc.assert(
    fc.property(days, fc.integer({ min: -1439, max: 1439 }), (ms, offsetMinutes) => {
      const size = Math.abs(offsetMinutes);
      const hours = String(Math.floor(size / 60)).padStart(2, '0');
      const minutes = String(size % 60).padStart(2, '0');
      const local = instantFromMs(ms + offsetMinutes * 60_000).slice(0, -1);
      expect(instantSchema.parse(`${local}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`)).toBe(instantFromMs(ms));
    }),
  );
});
