import { describe, expect, it } from 'vitest';
import type { Order } from './order.ts';
import { ACCOUNT, bookWithAccount, codeOf, fillOf, idOf, option, stock } from './testing/book.ts';

const [ORDER, POSITION, LEG, SECOND] = [idOf(40), idOf(10), idOf(11), idOf(12)] as const;

const order = (legs: readonly object[] = [stock(LEG)], more = {}) => ({
  account_id: ACCOUNT,
  position_template: { symbol: 'AAPL', legs, tags: ['breakout'], plan: { stop: '9' } },
  order_type: 'limit',
  limit_price: '10',
  ...more,
});
const executed = (leg_id: string, more = {}) => ({ fill_id: idOf(Number.parseInt(leg_id.slice(-4), 16) + 100), leg_id, ...more });

function placed(input: object = order()) {
  const book = bookWithAccount();
  book.did('PlaceOrder', ORDER, input);
  return book;
}

describe('an order', () => {
  it('becomes a position when it is executed, at its limit', () => {
    const book = placed();
    const execution = { position_id: POSITION, fills: [executed(LEG, { fees: '1' })] };
    expect(book.did('ExecuteOrder', ORDER, execution)).toEqual(['OrderFilled', 'PositionCreated', 'FillRecorded', 'InitialRiskFrozen']);
    expect(book.position(POSITION)).toMatchObject({
      status: 'open',
      order_id: ORDER,
      tags: ['breakout'],
      fills: [{ price: '10', quantity: '100' }],
    });
    expect(book.stateOf<Order>('order', ORDER)).toMatchObject({ status: 'filled', position_id: POSITION });
  });

  it('with several legs needs a price for each', () => {
    const book = placed(order([option(LEG, '100', 'call', '1'), option(SECOND, '110', 'call', '-1')]));
    const execute = (fills: readonly object[]) => codeOf(book.ask('ExecuteOrder', ORDER, { position_id: POSITION, fills }));
    expect(execute([executed(LEG, { price: '4' })])).toBe('order_fills_missing');
    expect(execute([executed(LEG, { price: '4' }), executed(SECOND)])).toBe('order_price_missing');
    expect(execute([executed(LEG), executed(SECOND), executed(idOf(13))])).toBe('leg_not_in_order');
    expect(execute([executed(LEG, { price: '4' }), executed(SECOND, { price: '1' })])).toBe('accepted');
  });

  it('at market needs the price it got', () => {
    const book = placed(order([stock(LEG)], { order_type: 'market', limit_price: null }));
    expect(codeOf(book.ask('ExecuteOrder', ORDER, { position_id: POSITION, fills: [executed(LEG)] }))).toBe('order_price_missing');
  });

  it('fills the position it was placed for', () => {
    const book = bookWithAccount();
    book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: [stock(LEG)] });
    book.did('PlaceOrder', ORDER, order([stock(SECOND), option(idOf(13), '12', 'call', '-1')], { position_id: POSITION }));
    const fills = [executed(SECOND, { price: '10' }), executed(idOf(13), { price: '1' })];
    expect(book.did('ExecuteOrder', ORDER, { position_id: idOf(99), fills })).toEqual([
      'OrderFilled',
      'PositionAdjusted',
      'FillRecorded',
      'FillRecorded',
    ]);
    expect(book.view(POSITION).legs).toMatchObject([
      { id: LEG, held_quantity: '100' },
      { id: idOf(13), held_quantity: '-1' },
    ]);
  });

  it('does not turn its position around', () => {
    const book = bookWithAccount();
    book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: [stock(LEG)] });
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), { occurred_at: '2026-03-09T15:00:00.000Z' });
    book.did('PlaceOrder', ORDER, order([stock(SECOND, '-300')], { position_id: POSITION }));
    expect(codeOf(book.ask('ExecuteOrder', ORDER, { position_id: POSITION, fills: [executed(SECOND)] }))).toBe('order_turns_around');
  });

  it('is done once', () => {
    const book = placed();
    book.did('CancelOrder', ORDER, {});
    expect(book.ask('CancelOrder', ORDER, {})).toMatchObject({ code: 'order_not_pending', details: { status: 'cancelled' } });
    expect(codeOf(book.ask('ExecuteOrder', ORDER, { position_id: POSITION, fills: [executed(LEG)] }))).toBe('order_not_pending');
  });

  it('expires only after its time', () => {
    const book = placed(order([stock(LEG)], { good_until: '2026-03-11T00:00:00Z' }));
    expect(codeOf(book.ask('CancelOrder', ORDER, { reason: 'expired' }))).toBe('order_not_expired');
    expect(codeOf(placed().ask('CancelOrder', ORDER, { reason: 'expired' }))).toBe('order_not_expired');
  });

  it.each([
    ['a limit order without a limit', { limit_price: null }, 'limit_price_missing'],
    ['a market order with one', { order_type: 'market' }, 'market_order_with_limit'],
    ['an order that is over already', { good_until: '2026-03-10T20:00:00Z' }, 'order_outlived'],
    ['an order for no position', { position_id: POSITION }, 'not_found'],
    ['an order in no account', { account_id: idOf(2) }, 'not_found'],
  ])('is refused as %s', (_, more, code) => {
    expect(codeOf(bookWithAccount().ask('PlaceOrder', ORDER, order([stock(LEG)], more)))).toBe(code);
  });
});
