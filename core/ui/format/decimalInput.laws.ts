import { decimal, decimalText } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { test } from 'vitest';
import { readDecimal } from './decimalInput.ts';
import { figureFormat } from './figureFormat.ts';

const locales = ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'pt-BR', 'sv-SE', 'ar-EG', 'fa-IR', 'hi-IN'];

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
  .map(([coefficient, scale]) => decimalText({ coefficient, scale }));

test('what is shown reads back as what it is, in every locale', () => {
  fc.assert(
    fc.property(decimals, fc.constantFrom(...locales), (text, locale) => readDecimal(figureFormat(locale).quantity(text), locale) === text),
  );
});

test('whatever is typed becomes canonical decimal text or nothing', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9.,+ -]{0,12}$/), fc.constantFrom(...locales), (typed, locale) => {
      const read = readDecimal(typed, locale);
      return read === undefined || decimalText(decimal(read)) === read;
    }),
  );
});
