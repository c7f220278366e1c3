import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfEpochDay, daysBetween, daySchema, epochDayOf } from './day.ts';

const epochDays = fc.integer({ min: 0, max: 84_370 });

test('a day and its place in the count are two names of one thing', () => {
  fc.assert(
    fc.property(epochDays, (epochDay) => {
      const day = dayOfEpochDay(epochDay);
      expect(daySchema.parse(day)).toBe(day);
      expect(epochDayOf(day)).toBe(epochDay);
      expect(day).toBe(Temporal.PlainDate.from('1970-01-01').add({ days: epochDay }).toString());
    }),
  );
});

test('text order is time order, and distances add up', () => {
  fc.assert(
    fc.property(epochDays, epochDays, epochDays, (a, b, c) => {
      const [from, via, to] = [dayOfEpochDay(a), dayOfEpochDay(b), dayOfEpochDay(c)];
      expect(from < to).toBe(daysBetween(from, to) > 0);
      expect(daysBetween(from, via) + daysBetween(via, to)).toBe(daysBetween(from, to));
    }),
  );
});
