import { describe, expect, test } from 'vitest';
import { numberIn } from './number.ts';
import { signsOfLanguage } from './pageLocale.ts';

describe('a number as a page writes it', () => {
  test.each([
    ['en', '1,234.56', '1234.56'],
    ['en', '$1,234.50', '1234.5'],
    ['en', '1234', '1234'],
    ['en', '−12.5', '-12.5'],
    ['en', '+3', '3'],
    ['en-IN', '12,34,567.8', '1234567.8'],
    ['de', '1.234,56', '1234.56'],
    ['de', '1.234', '1234'],
    ['de', '1.234,56 €', '1234.56'],
    ['de-CH', "1'234.56", '1234.56'],
    ['de-CH', '1’234.56', '1234.56'],
    ['fr', '1\u202F234,56', '1234.56'],
    ['fr', '1 234,5', '1234.5'],
    ['', '250', '250'],
    ['xx-not a language', '250', '250'],
  ])('in %j, %j is %s', (language, text, number) => {
    expect(numberIn(text, signsOfLanguage(language))).toBe(number);
  });

  test.each([
    ['en', '1.234,56'],
    ['en', '1,23'],
    ['en', '12,3456'],
    ['de', '1,234.56'],
    ['de', '1.5'],
    ['de', '1234.56'],
    ['en', '1.2.3'],
    ['en', '1.'],
    ['en', '.5'],
    ['en', '1e5'],
    ['en', '10 K'],
    ['en', '5%'],
    ['en', '1 234'],
    ['en', '--5'],
    ['en', ''],
    ['en', 'NaN'],
    ['en', '٣'],
    ['en', '1234567890123456'],
    ['', '1.5'],
    ['', '1,500'],
  ])('in %j, %j could be another number or none', (language, text) => {
    expect(numberIn(text, signsOfLanguage(language))).toBeUndefined();
  });
});
