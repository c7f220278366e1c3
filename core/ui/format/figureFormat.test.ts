import { describe, expect, test } from 'vitest';
import { figureFormat } from './figureFormat.ts';

const english = figureFormat('en-US');
const german = figureFormat('de-DE');

test('a figure in a column keeps the zeros it is written with', () => {
  expect([english.aligned('1200.50'), german.aligned('-0.0100'), english.aligned('7')]).toEqual(['1,200.50', '\u22120,0100', '7']);
});

describe('amounts', () => {
  test.each([
    ['1234.5', 'USD', '1,234.50'],
    ['-0.05', 'USD', '\u22120.05'],
    ['1500', 'JPY', '1,500'],
    ['0.00012345', 'BTC', '0.00012345'],
    ['12.3456', 'USDT', '12.3456'],
  ])('%s in %s is %s', (text, currency, shown) => {
    expect(english.amount(text, currency)).toBe(shown);
  });

  test('are never rounded: the text has more digits than any binary number holds', () => {
    expect(english.amount('12345678901234567890.12345678', 'USD')).toBe('12,345,678,901,234,567,890.12345678');
  });

  test('say their currency where they stand alone, as the locale writes it', () => {
    expect(english.amount('1234.5', 'EUR', { currency: true })).toBe('€1,234.50');
    expect(german.amount('1234.5', 'EUR', { currency: true })).toBe('1.234,50\u00A0€');
    expect(english.amount('5', 'USDC', { currency: true })).toBe('5.00\u00A0USDC');
  });

  test('say plus as well as minus where they are results, and neither for nothing', () => {
    expect(english.amount('12', 'USD', { signed: true })).toBe('+12.00');
    expect(english.amount('-12', 'USD', { signed: true, currency: true })).toBe('\u2212$12.00');
    expect(english.amount('0', 'USD', { signed: true })).toBe('0.00');
  });
});

test.each([
  ['0.8999', '89.99%'],
  ['0.75', '75%'],
  ['1', '100%'],
])('a share of %s is %s, and never more than it is', (text, shown) => {
  expect(english.share(text)).toBe(shown);
});

test('a price shows at least two decimals and keeps finer ticks', () => {
  expect(english.price('101.5')).toBe('101.50');
  expect(english.price('1.08125')).toBe('1.08125');
});

test('a quantity shows what it is', () => {
  expect(english.quantity('1000')).toBe('1,000');
  expect(english.quantity('-0.25')).toBe('\u22120.25');
});

test('percents are written as the locale writes them, with all of their digits', () => {
  expect(english.percent('0.25')).toBe('0.25%');
  expect(english.share('0.6666')).toBe('66.66%');
  expect(english.share('0.9')).toBe('90%');
});

test('a multiple of R is signed', () => {
  expect(english.multiple('1.2')).toBe('+1.20R');
  expect(english.multiple('-0.5')).toBe('\u22120.50R');
  expect(english.multiple('0')).toBe('0.00R');
  expect(english.multiple('1.9375')).toBe('+1.94R');
});

test('a ratio in hundredths never reads as more than it is, and what it lacks never as less', () => {
  expect(english.ratio('1.9999')).toBe('1.99');
  expect(english.ratio('2')).toBe('2.00');
  expect(english.ratio('0.4398', 'up')).toBe('0.44');
});

test('a result in brief has its sign and two or three figures', () => {
  expect(english.brief('1240.5')).toBe('+1.2K');
  expect(english.brief('-482.1')).toBe('\u2212482');
  expect(english.brief('0')).toBe('0');
});
