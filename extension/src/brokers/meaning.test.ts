import { describe, expect, test } from 'vitest';
import type { FieldName, Meaning } from './adapter.ts';
import { meantBy } from './meaning.ts';

const maps = { value_maps: { side: { buy: 'buy', sell: 'sell', '49': 'buy' } } };

function meant(words: string, name: FieldName, meaning: Meaning = {}): unknown {
  const come = meantBy(words, name, meaning, maps, { decimal: '.', group: ',' });
  return 'value' in come ? come.value : { why: come.why };
}

describe('the words of a page', () => {
  test.each<[string, FieldName, Meaning, unknown]>([
    [' Buy ', 'side', { map: 'side' }, 'buy'],
    ['49', 'side', { map: 'side' }, 'buy'],
    ['Sell Short', 'side', { map: 'side' }, { why: 'not_known' }],
    ['constructor', 'side', { map: 'side' }, { why: 'not_known' }],
    ['Buy 2 MESZ6 @6,010.25 LIMIT', 'side', { pattern: '^(Buy|Sell)', map: 'side' }, 'buy'],
    ['Buy 2 MESZ6 @6,010.25 LIMIT', 'quantity', { pattern: '\\b\\d[\\d,]*\\b' }, '2'],
    ['Buy MESZ6', 'quantity', { pattern: '\\b\\d[\\d,]*\\b' }, { why: 'not_known' }],
    ['NASDAQ:AAPL', 'symbol', {}, 'AAPL'],
    ['brk.b', 'symbol', {}, 'BRK.B'],
    ['/ES', 'symbol', {}, '/ES'],
    ['BTC/USDT', 'symbol', {}, 'BTC/USDT'],
    ['=HYPERLINK("x")', 'symbol', {}, { why: 'not_a_symbol' }],
    ['-AAPL', 'symbol', {}, { why: 'not_a_symbol' }],
    ['A\u200BAPL', 'symbol', {}, { why: 'not_a_symbol' }],
    ['<b>AAPL</b>', 'symbol', {}, { why: 'not_a_symbol' }],
    ['100', 'quantity', {}, '100'],
    ['0', 'quantity', {}, { why: 'empty' }],
    ['-5', 'quantity', {}, { why: 'not_a_number' }],
    ['all', 'quantity', {}, { why: 'not_a_number' }],
    ['', 'quantity', {}, { why: 'empty' }],
    ['-37.63', 'price', {}, '-37.63'],
    ['x'.repeat(201), 'account', {}, { why: 'too_long' }],
    ['U12\u202E34', 'account', {}, 'U12⟨202E⟩34'],
  ])('%j as %s with %j: %j', (words, name, meaning, value) => {
    expect(meant(words, name, meaning)).toEqual(value);
  });
});
