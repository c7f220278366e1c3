import { expect, test } from 'vitest';
import { exitPriceOf } from './exit.ts';
import { ACCOUNT, bookWithAccount, fillOf, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const [A, B] = [idOf(11), idOf(12)] as const;

type Traded = readonly [leg: string, quantity: string, price: string];

function traded(legs: readonly object[], fills: readonly Traded[]) {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs });
  for (const [at, [leg, quantity, price]] of fills.entries()) {
    book.did('RecordFill', POSITION, fillOf(leg, quantity, price), { occurred_at: `2026-03-09T15:0${at}:00.000Z` });
  }
  return book;
}

const vertical = [option(A, '100', 'call', '2'), option(B, '110', 'call', '-2')];
const bothEntered: readonly Traded[] = [
  [A, '2', '4'],
  [B, '-2', '1'],
];

test.each<[string, readonly object[], readonly Traded[], string | undefined]>([
  ['nothing while nothing is closed', [stock(A)], [[A, '100', '10']], undefined],
  [
    'the average of what is closed so far',
    [stock(A)],
    [
      [A, '100', '10'],
      [A, '-25', '12'],
      [A, '-50', '13.5'],
    ],
    '13',
  ],
  [
    'signed as the entry is, where it was sold first',
    [stock(A, '-100')],
    [
      [A, '-100', '10'],
      [A, '100', '9'],
    ],
    '-9',
  ],
  ['nothing while a leg is whole', vertical, [...bothEntered, [A, '-1', '6']], undefined],
  ['of one unit of a structure', vertical, [...bothEntered, [A, '-2', '6'], [B, '2', '1.5']], '4.5'],
])('an exit is %s', (_, legs, fills, price) => {
  expect(exitPriceOf(traded(legs, fills).position(POSITION))).toBe(price);
});

test('what moves to another account is no exit', () => {
  const book = traded([stock(A)], [[A, '100', '10']]);
  book.did('TransferOut', POSITION, { fill_id: idOf(50), leg_id: A, quantity: '100' }, { occurred_at: '2026-03-09T16:00:00.000Z' });
  expect(exitPriceOf(book.position(POSITION))).toBeUndefined();
});
