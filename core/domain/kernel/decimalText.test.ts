import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { decimalSchema, percentSchema, priceSchema, quantitySchema } from './decimalText.ts';

const problemWith = (schema: ZodType, input: unknown) => schema.safeParse(input).error?.issues[0]?.message;

const shape = 'write a plain decimal number such as -1.25';
const tooManyDigits = 'a number with more than 15 digits may have lost some on the way; write it as text, in quotes';
const negativeZero = 'zero has no sign; write 0 if that is what is meant';

describe('a price', () => {
  test.each([
    ['1.50', '1.5'],
    ['-37.63', '-37.63'],
    ['0.000000000001', '0.000000000001'],
    ['123456789012345.123456789012', '123456789012345.123456789012'],
    [0.1, '0.1'],
    [-2.5, '-2.5'],
    [1e-7, '0.0000001'],
    [1.5e-5, '0.000015'],
    [1e14, '100000000000000'],
    [123456789.012345, '123456789.012345'],
  ])('given as %j is kept as %s', (given, kept) => {
    expect(priceSchema.parse(given)).toBe(kept);
  });

  test.each([
    ['', shape],
    [' ', shape],
    [' 1', shape],
    ['+1', shape],
    ['1e5', shape],
    ['.5', shape],
    ['5.', shape],
    ['1,5', shape],
    ['NaN', shape],
    ['Infinity', shape],
    ['١٢', shape],
    ['1\n', shape],
    ['9'.repeat(100_000), shape],
    [Number.NaN, shape],
    [Number.POSITIVE_INFINITY, shape],
    [null, shape],
    [true, shape],
    [['1'], shape],
    [`0.${'1'.repeat(30)}`, 'at most 12 decimals are kept; this has 30'],
    [1e-13, 'at most 12 decimals are kept; this has 13'],
    ['1234567890123456', 'at most 15 digits fit before the point; this has 16'],
    [1e21, 'at most 15 digits fit before the point; this has 22'],
    [2 ** 53 + 2, tooManyDigits],
    [0.1 + 0.2, tooManyDigits],
    ['-0', negativeZero],
    ['-0.00', negativeZero],
    [-0, negativeZero],
  ])('cannot be %j', (input, problem) => {
    expect(problemWith(priceSchema, input)).toBe(problem);
  });
});

describe('a quantity', () => {
  test('has a direction', () => {
    expect(quantitySchema.parse('-3')).toBe('-3');
    expect(quantitySchema.parse('0.0000000001')).toBe('0.0000000001');
  });

  test.each([
    ['0.00', 'must not be 0'],
    [0, 'must not be 0'],
    ['0.00000000001', 'at most 10 decimals are kept; this has 11'],
    ['1234567890123', 'at most 12 digits fit before the point; this has 13'],
  ])('cannot be %j', (input, problem) => {
    expect(problemWith(quantitySchema, input)).toBe(problem);
  });
});

describe('a percentage', () => {
  test.each([0, '0.25', 100])('may be %j', (input) => {
    expect(percentSchema.parse(input)).toBe(String(input));
  });

  test.each([
    ['-0.0001', 'must be at least 0; this is -0.0001'],
    ['100.0001', 'must be at most 100; this is 100.0001'],
    ['1.00001', 'at most 4 decimals are kept; this has 5'],
  ])('cannot be %j', (input, problem) => {
    expect(problemWith(percentSchema, input)).toBe(problem);
  });
});

test('a positive decimal says so when it is not', () => {
  const strike = decimalSchema({ places: 4, whole: 8, positive: true });
  expect(strike.parse('0.5')).toBe('0.5');
  expect(problemWith(strike, '0.0')).toBe('must be greater than 0; this is 0.0');
  expect(problemWith(strike, -5)).toBe('must be greater than 0; this is -5');
});
