import { describe, expect, test } from 'vitest';
import { readDecimal } from './decimalInput.ts';

describe('what is typed is read as the locale writes it', () => {
  test.each([
    ['1234.5', 'en-US', '1234.5'],
    ['1,234.50', 'en-US', '1234.5'],
    ['1.234,5', 'de-DE', '1234.5'],
    ['1 234,5', 'fr-FR', '1234.5'],
    ['1’234.5', 'de-CH', '1234.5'],
    ['12,34,567', 'en-IN', '1234567'],
    ['٣٫٥', 'ar-EG', '3.5'],
    ['-5', 'en-US', '-5'],
    ['\u22125', 'en-US', '-5'],
    ['+5', 'en-US', '5'],
    ['.5', 'en-US', '0.5'],
    ['007', 'en-US', '7'],
    ['-0', 'en-US', '0'],
  ])('%s in %s is %s', (typed, locale, read) => {
    expect(readDecimal(typed, locale)).toBe(read);
  });
});

test('a key pad that has only the other mark still writes decimals', () => {
  expect(readDecimal('182.45', 'de-DE')).toBe('182.45');
  expect(readDecimal('182,45', 'en-US')).toBe('182.45');
});

test('three digits after the grouping mark are a group', () => {
  expect(readDecimal('1.500', 'de-DE')).toBe('1500');
  expect(readDecimal('1,500', 'en-US')).toBe('1500');
});

test.each(['', '  ', 'abc', '1e5', '1.2.3', '--1', '5-', '0x10', 'Infinity', '1,2,3'])('%s is no number', (typed) => {
  expect(readDecimal(typed, 'en-US')).toBeUndefined();
});
