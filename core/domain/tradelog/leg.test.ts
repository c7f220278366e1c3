import { describe, expect, it } from 'vitest';
import { MOST_LEGS } from './limits.ts';
import { ACCOUNT, bookWithAccount, codeOf, future, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const LEG = idOf(11);

function created(leg: object, symbol = 'AAPL') {
  const book = bookWithAccount();
  const answer = book.ask('CreatePosition', POSITION, { account_id: ACCOUNT, symbol, legs: [leg] });
  return { book, answer, leg: book.position(POSITION)?.legs[0] };
}

describe('a leg', () => {
  it.each([
    ['option', option(LEG, '150', 'call', '1'), 'AAPL', '100'],
    ['stock', stock(LEG), 'AAPL', '1'],
    ['future by its root', future(LEG, '1'), 'ES', '50'],
    ['future by its month', future(LEG, '1', { symbol: 'MESM26' }), 'MES', '5'],
    ['future as brokers write it', future(LEG, '1'), '/CLN6', '1000'],
    ['future of its own', future(LEG, '1', { multiplier: '12.5' }), 'XX', '12.5'],
  ])('that is a %s is worth its multiplier', (_, input, symbol, multiplier) => {
    expect(created(input, symbol).leg).toMatchObject({ multiplier });
  });

  it('has the symbol of its position unless it says another', () => {
    expect(created(stock(LEG)).leg?.symbol).toBe('AAPL');
    expect(created(stock(LEG, '1', { symbol: 'MSFT' })).leg?.symbol).toBe('MSFT');
  });

  it('is never guessed a multiplier', () => {
    expect(created(future(LEG, '1'), 'ESOTERIC').answer).toMatchObject({ code: 'multiplier_unknown', details: { symbol: 'ESOTERIC' } });
  });

  it.each([
    ['option without strike', option(LEG, '1', 'call', '1', { strike: null }), 'option_terms_missing'],
    ['future without expiry', future(LEG, '1', { expiry: null, multiplier: '1' }), 'future_expiry_missing'],
    ['future with a strike', future(LEG, '1', { strike: '5', multiplier: '1' }), 'leg_terms_not_for_type'],
    ['stock with an expiry', stock(LEG, '1', { expiry: '2026-03-20' }), 'leg_terms_not_for_type'],
    ['leg for nothing', stock(LEG, '0'), 'invalid_input'],
    ['leg with a quantity in exponents', stock(LEG, '1e3'), 'invalid_input'],
    ['leg expiring on no day', option(LEG, '1', 'call', '1', { expiry: '2026-02-30' }), 'invalid_input'],
    ['leg with a strike of 30 decimals', option(LEG, `1.${'1'.repeat(30)}`, 'call', '1'), 'invalid_input'],
    ['leg with unknown terms', stock(LEG, '1', { delivered: true }), 'invalid_input'],
  ])('that is a %s is refused', (_, input, code) => {
    expect(codeOf(created(input).answer)).toBe(code);
  });
});

describe('the legs of a position', () => {
  const legs = (count: number) => Array.from({ length: count }, (_, at) => stock(idOf(100 + at)));
  const create = (wanted: readonly object[]) =>
    bookWithAccount().ask('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: wanted });

  it('are limited, and the refusal names the limit', () => {
    expect(codeOf(create(legs(MOST_LEGS)))).toBe('accepted');
    expect(create(legs(10_000))).toMatchObject({ code: 'invalid_input', sentence: expect.stringContaining(`${MOST_LEGS} legs`) });
    expect(codeOf(create([]))).toBe('invalid_input');
  });

  it('stay within the limit when more are added', () => {
    const book = bookWithAccount();
    book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: legs(MOST_LEGS) });
    expect(codeOf(book.edit('AdjustPosition', POSITION, { add_legs: [stock(LEG)] }))).toBe('too_many_legs');
  });

  it('have an id each', () => {
    expect(codeOf(create([stock(LEG), stock(LEG)]))).toBe('id_used_twice');
  });
});
