import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, type Book, bookWithAccount, fillOf, idOf, option, stock } from './testing/book.ts';
import { atMinute, minute, price, quantity } from './testing/story.ts';

const [POSITION, SHARES, CALL, SHORT_CALL] = [idOf(10), idOf(11), idOf(12), idOf(13)] as const;

/** One trade for each thing its initial risk can rest on. */
const trades = fc.constantFrom(
  { legs: [stock(SHARES, '3'), option(CALL, '100', 'call', '-2')], plan: { risk: '75' } },
  { legs: [stock(SHARES, '3')], plan: { stop: '20' } },
  { legs: [option(CALL, '100', 'call', '2'), option(SHORT_CALL, '110', 'call', '-2')], plan: null },
);
type Trade = typeof trades extends fc.Arbitrary<infer T> ? T : never;

describe('the figures of a trade', () => {
  const fills = fc.uniqueArray(fc.record({ minute, price, quantity, leg: fc.nat(1) }), {
    selector: (fill) => fill.minute,
    minLength: 1,
    maxLength: 20,
  });
  type Fills = typeof fills extends fc.Arbitrary<infer T> ? T : never;

  function traded({ legs, plan }: Trade, recorded: Fills): Book {
    const book = bookWithAccount();
    const inputs = recorded.map((fill) => ({
      fill_id: idOf(5_000 + fill.minute),
      leg_id: legs[fill.leg % legs.length]?.id,
      price: fill.price,
      quantity: fill.quantity,
      ...atMinute(fill.minute),
    }));
    book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs, fills: inputs, plan });
    return book;
  }

  function figures(book: Book) {
    const { legs, metadata, initial_risk, status, opened_at, closed_at } = book.view(POSITION);
    return { legs, metadata, initial_risk, status, opened_at, closed_at };
  }

  it('do not depend on the order in which its fills were recorded', () => {
    const shuffled = fills.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(trades, shuffled, (trade, [one, other]) => {
        expect(figures(traded(trade, other))).toEqual(figures(traded(trade, one)));
      }),
    );
  });

  it('come back when a correction is taken back', () => {
    fc.assert(
      fc.property(trades, fills, fc.nat(), price, quantity, (trade, list, pick, wrongPrice, wrongQuantity) => {
        const book = traded(trade, list);
        const before = figures(book);
        const fill = book.position(POSITION).fills[pick % list.length];
        book.edit('CorrectFill', POSITION, { fill_id: fill?.id, price: wrongPrice, quantity: wrongQuantity, reason: 'typo' });
        book.edit('CorrectFill', POSITION, { fill_id: fill?.id, price: fill?.price, quantity: fill?.quantity, reason: 'it was right' });
        expect(figures(book)).toEqual(before);
      }),
    );
  });

  it('keep R wherever the stop is moved afterwards', () => {
    fc.assert(
      fc.property(price, price, fc.array(price, { minLength: 1, maxLength: 5 }), (entry, stop, trailed) => {
        const book = bookWithAccount();
        book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: [stock(SHARES)], plan: { stop } });
        book.did('RecordFill', POSITION, fillOf(SHARES, '100', entry), atMinute(1));
        const frozen = book.view(POSITION).initial_risk;
        for (const moved of trailed) book.edit('AdjustPosition', POSITION, { plan: { stop: moved } });
        book.did('RecordFill', POSITION, fillOf(SHARES, '-100', '150'), atMinute(2));
        expect(book.view(POSITION).initial_risk).toEqual(frozen);
      }),
    );
  });
});
