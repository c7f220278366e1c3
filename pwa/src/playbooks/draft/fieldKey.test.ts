import { fieldKeySchema } from '@taffrail/domain/playbooks';
import { expect, test } from 'vitest';
import { isMadeFrom, keyFor } from './fieldKey.ts';

const free = new Set<string>();

test.each([
  ['Volume above average', 'volume_above_average'],
  ['  Größer als 2 %?  ', 'grosser_als_2'],
  ['Café au lait', 'cafe_au_lait'],
  ['1st retest', 'st_retest'],
  ['出来高', 'field'],
  ['', 'field'],
  ['constructor', 'constructor_2'],
  ['__proto__', 'proto'],
])('%j goes by %s', (label, key) => {
  expect(keyFor(label, free)).toBe(key);
});

test('two fields with one label are told apart', () => {
  expect(keyFor('Trend', new Set(['trend']))).toBe('trend_2');
  expect(keyFor('Trend', new Set(['trend', 'trend_2']))).toBe('trend_3');
});

test('a label of any length leads to a key that can be published', () => {
  for (const label of ['x'.repeat(500), 'word '.repeat(60), '🙂'.repeat(90)]) {
    const key = keyFor(label, free);
    expect(fieldKeySchema.safeParse(key).success).toBe(true);
    expect(fieldKeySchema.safeParse(keyFor(label, new Set([key]))).success).toBe(true);
  }
});

test('a key that somebody thought of is not taken for one that was made', () => {
  expect(isMadeFrom('Trend', 'trend')).toBe(true);
  expect(isMadeFrom('Trend', 'trend_12')).toBe(true);
  expect(isMadeFrom('', '')).toBe(true);
  expect(isMadeFrom('Trend', 'trend_on_daily')).toBe(false);
  expect(isMadeFrom('Trend', 'direction')).toBe(false);
});
