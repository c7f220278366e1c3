import { describe, expect, test } from 'vitest';
import {
  absolute,
  add,
  compare,
  decimal,
  decimalFromInteger,
  decimalText,
  divide,
  divideDown,
  divideUp,
  isZero,
  maxOf,
  minOf,
  multiply,
  roundTo,
  signOf,
  subtract,
  sumOf,
  toNumber,
} from './decimal.ts';

const d = decimal;
const list = (...texts: string[]) => texts.map(decimal);

describe('a decimal', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['007', '7'],
    ['1.500', '1.5'],
    ['100.00', '100'],
    ['-0.05', '-0.05'],
    ['0.000000000001', '0.000000000001'],
    ['-123456789012345.123456789012', '-123456789012345.123456789012'],
  ])('%s prints as %s', (text, printed) => {
    expect(decimalText(d(text))).toBe(printed);
  });

  test.each(['', ' ', ' 1', '1 ', '+1', '1e5', '.5', '5.', '--1', '0x10', '1_000', '1,5', 'NaN', 'Infinity', '١٢', '1\n'])(
    'is not "%s"',
    (text) => {
      expect(() => d(text)).toThrow(RangeError);
    },
  );

  test('adds, subtracts and multiplies exactly', () => {
    expect(decimalText(add(d('0.1'), d('0.2')))).toBe('0.3');
    expect(decimalText(subtract(d('1'), d('0.999')))).toBe('0.001');
    expect(decimalText(multiply(d('-1.25'), d('0.8')))).toBe('-1');
    expect(decimalText(multiply(d('123456789012345.5'), d('999999999999')))).toBe('123456789012222043210987654.5');
  });

  test.each([
    ['0.125', 2, '0.12'],
    ['0.135', 2, '0.14'],
    ['-0.125', 2, '-0.12'],
    ['-0.135', 2, '-0.14'],
    ['0.1250001', 2, '0.13'],
    ['2.5', 0, '2'],
    ['3.5', 0, '4'],
    ['-0.4', 0, '0'],
    ['1.5', 4, '1.5'],
  ])('%s to %d places is %s: a half goes to the even neighbour', (text, places, rounded) => {
    expect(decimalText(roundTo(d(text), places))).toBe(rounded);
  });

  test.each([
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['-2', '3', 4, '-0.6667'],
    ['2', '-3', 4, '-0.6667'],
    ['1', '8', 2, '0.12'],
    ['3', '8', 2, '0.38'],
    ['1.000', '0.5', 0, '2'],
    ['0.0001', '100', 2, '0'],
    ['1', '0.00000001', 0, '100000000'],
  ])('%s ÷ %s to %d places is %s', (a, b, places, quotient) => {
    expect(decimalText(divide(d(a), d(b), places))).toBe(quotient);
  });

  test.each([
    ['2', '3', 1, '0.6', '0.7'],
    ['-2', '3', 1, '-0.7', '-0.6'],
    ['2', '-3', 1, '-0.7', '-0.6'],
    ['-2', '-3', 1, '0.6', '0.7'],
    ['6', '3', 1, '2', '2'],
  ])('%s ÷ %s to %d place is at least %s and at most %s', (a, b, places, down, up) => {
    expect(decimalText(divideDown(d(a), d(b), places))).toBe(down);
    expect(decimalText(divideUp(d(a), d(b), places))).toBe(up);
  });

  test('cannot be divided by nothing', () => {
    expect(() => divide(d('1'), d('0.00'), 2)).toThrow(RangeError);
  });

  test('is equal however many zeros it was written with', () => {
    expect(compare(d('1.50'), d('1.5'))).toBe(0);
    expect(compare(d('-2'), d('1'))).toBe(-1);
    expect(compare(d('0.10'), d('0.099'))).toBe(1);
  });

  test('has a sign and a size', () => {
    expect([signOf(d('-0.01')), signOf(d('-0.00')), signOf(d('3'))]).toEqual([-1, 0, 1]);
    expect([isZero(d('0.00')), isZero(d('0.01'))]).toEqual([true, false]);
    expect(decimalText(absolute(d('-4.20')))).toBe('4.2');
    expect(decimalText(absolute(d('4.20')))).toBe('4.2');
  });

  test('can be summed and ranked in lists', () => {
    expect(decimalText(sumOf([]))).toBe('0');
    expect(decimalText(sumOf(list('0.1', '0.25', '-1')))).toBe('-0.65');
    expect(decimalText(minOf(list('2', '-1.5', '-1.49')))).toBe('-1.5');
    expect(decimalText(maxOf(list('2', '-1.5', '2.001')))).toBe('2.001');
    expect(() => minOf([])).toThrow(TypeError);
    expect(() => maxOf([])).toThrow(TypeError);
  });

  test('comes from an integer only if the integer is exact', () => {
    expect(decimalText(decimalFromInteger(-42))).toBe('-42');
    expect(() => decimalFromInteger(0.5)).toThrow(RangeError);
    expect(() => decimalFromInteger(2 ** 53)).toThrow(RangeError);
  });

  test('becomes the nearest double', () => {
    expect(toNumber(d('0.1'))).toBe(0.1);
    expect(toNumber(d('-123456789012345.678901'))).toBe(-123456789012345.67);
  });
});
