import { describe, expect, it } from 'vitest';
import { sizeOf } from './size.ts';
import { ACCOUNT, bookWithAccount, fillOf, future, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const LEG = idOf(11);
const SHORT = idOf(12);

function traded(
  legs: readonly object[],
  fills: readonly (readonly [leg: string, quantity: string, price: string])[],
  plan: object | null = null,
) {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs, plan });
  for (const fill of fills) book.did('RecordFill', POSITION, fillOf(...fill));
  return sizeOf(book.position(POSITION));
}

describe('the size of a trade', () => {
  it('is the money paid for what was opened, and not what it was sold for', () => {
    expect(
      traded(
        [stock(LEG)],
        [
          [LEG, '100', '10'],
          [LEG, '-100', '13'],
        ],
      ),
    ).toBe('1000');
    expect(traded([option(LEG, '100', 'call', '2')], [[LEG, '2', '4.2']])).toBe('840');
  });

  it('is what a structure cost, all its legs together', () => {
    const legs = [option(LEG, '100', 'call', '2'), option(SHORT, '110', 'call', '-2')];
    expect(
      traded(legs, [
        [LEG, '2', '4'],
        [SHORT, '-2', '1'],
      ]),
    ).toBe('600');
  });

  it('is what was at risk where a credit was taken in', () => {
    const legs = [option(LEG, '100', 'put', '-1'), option(SHORT, '90', 'put', '1')];
    expect(
      traded(legs, [
        [LEG, '-1', '4'],
        [SHORT, '1', '1'],
      ]),
    ).toBe('700');
  });

  it('is what was at risk where only a deposit was paid', () => {
    expect(traded([future(LEG, '1', { multiplier: '50' })], [[LEG, '1', '5000']], { stop: '4990' })).toBe('500');
  });

  it('is not known where nothing was paid and nothing says what was at risk', () => {
    expect(traded([option(LEG, '100', 'put', '-1')], [[LEG, '-1', '4']])).toBeNull();
  });

  it('of a plan is what it would cost', () => {
    expect(traded([stock(LEG)], [], { entry: '10', stop: '9' })).toBe('1000');
    expect(traded([stock(LEG, '-100')], [], { entry: '10', stop: '11' })).toBe('100');
    expect(traded([stock(LEG)], [])).toBeNull();
  });
});
