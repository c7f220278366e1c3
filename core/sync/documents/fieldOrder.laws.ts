import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenPlaces, isPlace, placeBetween } from './fieldOrder.ts';

const place = fc.stringMatching(/^[0-9A-Za-z]{0,8}[1-9A-Za-z]$/);

test('between any two places there is a third', () => {
  fc.assert(
    fc.property(place, place, (one, other) => {
      fc.pre(one !== other);
      const [before, after] = [one, other].toSorted() as [string, string];
      const between = placeBetween(before, after);
      expect(isPlace(between)).toBe(true);
      expect(before < between! && between! < after).toBe(true);
    }),
  );
});

test('before and behind any place there is another, and on it is no room', () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(placeBetween(undefined, one)! < one).toBe(true);
      expect(placeBetween(one, undefined)! > one).toBe(true);
      expect(placeBetween(one, one)).toBeUndefined();
    }),
  );
});

test('places given out anew are in order and have room between them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
      const places = evenPlaces(count);
      expect(places.every(isPlace)).toBe(true);
      expect(new Set(places).size).toBe(count);
      expect(places.toSorted()).toEqual(places);
    }),
  );
});
