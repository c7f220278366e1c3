import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldNames } from './adapter.ts';
import { legible } from './legible.ts';
import { meantBy } from './meaning.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '=HYPERLINK("https://example.com","AAPL")',
    '<img src=x onerror=alert(1)>',
    '\u202Eabc',
    'AA\u200BPL',
    '+CMD|calc',
    '@SUM(1)',
    '0',
    '0.00',
    '1'.repeat(500),
    '__proto__',
    'constructor',
    'toString',
  ),
);

const signs = { decimal: '.', group: ',' };
const maps = { value_maps: { side: { buy: 'buy', sell: 'sell' }, odd: { buy: 'both' } } };

describe('the words of a page', () => {
  test('come to a value that is what the field takes, or to a reason', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...fieldNames), fc.constantFrom(undefined, 'side', 'odd', 'none'), (words, name, map) => {
        const meant = meantBy(words, name, map === undefined ? {} : { map }, maps, signs);
        if ('why' in meant) return;
        expect(meant.value).not.toBe('');
        expect(meant.value.length).toBeLessThanOrEqual(2_000);
        expect(/[\p{Cc}\p{Cf}\u202A-\u202E\u2066-\u2069]/u.test(meant.value)).toBe(false);
        if (name === 'side') expect(['buy', 'sell']).toContain(meant.value);
        if (name === 'symbol') expect(meant.value).toMatch(/^[A-Z0-9$/^.]/);
        if (['quantity', 'price', 'stop', 'target'].includes(name)) expect(meant.value).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        if (name === 'quantity') expect(Number(meant.value)).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are shown with nothing in them that cannot be seen', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        expect(/[\p{Cc}\p{Cf}\p{Cs}]/u.test(legible(words))).toBe(false);
      }),
    );
  });
});
