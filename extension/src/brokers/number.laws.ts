import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberIn } from './number.ts';
import { signsOfLanguage } from './pageLocale.ts';

const languages = ['en', 'de', 'fr', 'es', 'de-CH', 'pl', 'pt-BR', 'sv', 'ja', 'en-IN'];

describe('a number as a page writes it', () => {
  test('is read as it was meant, in the language it was written in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (language, units, places) => {
          const meant = units / 10 ** places;
          const written = meant.toLocaleString(language, { minimumFractionDigits: places, maximumFractionDigits: 6 });
          expect(Number(numberIn(written, signsOfLanguage(language)))).toBe(Object.is(meant, -0) ? 0 : meant);
        },
      ),
    );
  });

  test('is never another number than the one in its own language', () => {
    const anything = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,' -+$€e%kM\u00A0")), maxLength: 14 });
    fc.assert(
      fc.property(anything, fc.constantFrom(...languages), (text, language) => {
        const signs = signsOfLanguage(language);
        const number = numberIn(text, signs);
        if (number === undefined) return;
        expect(text.replaceAll(/\D/g, '').replace(/^0+/, '')).toContain(number.replace(/^-/, '').replace('.', '').replace(/^0+/, ''));
        expect(text.split(signs.decimal).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1_000 },
    );
  });
});
