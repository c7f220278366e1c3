import { describe, expect, it } from 'vitest';
import { ACCOUNT, bookWithAccount, codeOf, fillOf, future, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const OPTION = idOf(11);
const STOCK = idOf(12);
const AFTER_EXPIRY = '2026-03-21T20:00:00.000Z';

function held(legs: readonly { readonly id: string; readonly quantity: string }[], prices: readonly string[], symbol = 'AAPL') {
  const book = bookWithAccount(AFTER_EXPIRY);
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol, legs });
  for (const [at, leg] of legs.entries()) {
    book.did('RecordFill', POSITION, fillOf(leg.id, leg.quantity, prices[at] ?? '0'), { occurred_at: '2026-03-09T15:00:00.000Z' });
  }
  return book;
}

const settle = (how: string, more = {}) => ({ how, leg_id: OPTION, fill_id: idOf(50), ...more });
const delivery = { into: 'stock', fill_id: idOf(51), leg_id: idOf(52) };
const atExpiry = { occurred_at: '2026-03-20T20:00:00.000Z' };

describe('an option', () => {
  it('expires worthless without a phantom fee', () => {
    const book = held([option(OPTION, '100', 'call', '2')], ['3']);
    expect(codeOf(book.ask('SettleLeg', POSITION, settle('expired', { fees: '0.65' }), atExpiry))).toBe('invalid_input');
    expect(book.did('SettleLeg', POSITION, settle('expired'), atExpiry)).toEqual(['FillRecorded', 'PositionClosed']);
    expect(book.view(POSITION).metadata.realised_pnl).toEqual({ gross: '-600', fees: '0', net: '-600' });
    expect(book.view(POSITION).fills.at(-1)).toMatchObject({ kind: 'expiry', price: '0', quantity: '-2' });
  });

  it('does not expire before its day', () => {
    const book = held([option(OPTION, '100', 'call', '2')], ['3']);
    expect(codeOf(book.ask('SettleLeg', POSITION, settle('expired'), { occurred_at: '2026-03-19T20:00:00.000Z' }))).toBe('not_expired_yet');
  });

  it.each([
    ['call', '112.5', '1250'],
    ['call', '90', '0'],
    ['put', '90', '1000'],
  ] as const)('settled in cash, a %s at %s, is worth what it is in the money', (right, settlement_price, gross) => {
    const book = held([option(OPTION, '100', right, '1')], ['0']);
    book.did('SettleLeg', POSITION, settle('cash_settled', { settlement_price }), atExpiry);
    expect(book.view(POSITION).metadata.realised_pnl.gross).toBe(gross);
  });

  it('assigned under stock that is held takes the stock with it', () => {
    const book = held([stock(STOCK), option(OPTION, '110', 'call', '-1')], ['100', '2']);
    expect(book.did('SettleLeg', POSITION, settle('assigned', { delivery }), atExpiry)).toEqual([
      'FillRecorded',
      'FillRecorded',
      'PositionClosed',
    ]);
    expect(book.view(POSITION).metadata.realised_pnl.gross).toBe('1200');
    expect(book.view(POSITION).legs).toHaveLength(2);
  });

  it.each([
    ['assigned', 'call', '-1', '-100'],
    ['assigned', 'put', '-1', '100'],
    ['exercised', 'call', '1', '100'],
    ['exercised', 'put', '1', '-100'],
  ] as const)('%s, a %s of %s, leaves %s shares at the strike', (how, right, quantity, shares) => {
    const book = held([option(OPTION, '110', right, quantity)], ['2']);
    book.did('SettleLeg', POSITION, settle(how, { delivery }), atExpiry);
    expect(book.view(POSITION)).toMatchObject({
      status: 'open',
      legs: [{ held_quantity: '0' }, { id: delivery.leg_id, delivered: true, held_quantity: shares, average_open_price: '110' }],
      metadata: { derived_strategy: 'single' },
    });
  });

  it('on a future delivers one future', () => {
    const book = held([option(OPTION, '5000', 'call', '2', { multiplier: '50' })], ['10'], 'ES');
    const into = { into: 'future', fill_id: idOf(51), leg_id: idOf(52), symbol: 'ESM26', expiry: '2026-06-19' };
    book.did('SettleLeg', POSITION, settle('exercised', { delivery: into }), atExpiry);
    expect(book.view(POSITION).legs[1]).toMatchObject({ instrument_type: 'future', multiplier: '50', held_quantity: '2' });
  });

  it('can be settled in part, never beyond what is held', () => {
    const book = held([option(OPTION, '110', 'put', '-3')], ['2']);
    book.did('SettleLeg', POSITION, settle('assigned', { quantity: '1', delivery }), { occurred_at: '2026-03-12T15:00:00.000Z' });
    expect(book.view(POSITION).legs.map((leg) => leg.held_quantity)).toEqual(['-2', '100']);
    expect(codeOf(book.ask('SettleLeg', POSITION, settle('expired', { fill_id: idOf(60), quantity: '3' }), atExpiry))).toBe(
      'more_than_held',
    );
  });

  it('is assigned only short and exercised only long', () => {
    const long = held([option(OPTION, '110', 'put', '1')], ['2']);
    const short = held([option(OPTION, '110', 'put', '-1')], ['2']);
    expect(codeOf(long.ask('SettleLeg', POSITION, settle('assigned', { delivery }), atExpiry))).toBe('assigned_but_long');
    expect(codeOf(short.ask('SettleLeg', POSITION, settle('exercised', { delivery }), atExpiry))).toBe('exercised_but_short');
  });
});

describe('other instruments', () => {
  it('a future settles at its price', () => {
    const book = held([future(OPTION, '1', { expiry: '2026-03-20' })], ['5000'], 'ES');
    expect(codeOf(book.ask('SettleLeg', POSITION, settle('expired'), atExpiry))).toBe('not_an_option');
    book.did('SettleLeg', POSITION, settle('cash_settled', { settlement_price: '5010', fees: '1.5' }), atExpiry);
    expect(book.view(POSITION).metadata.realised_pnl).toEqual({ gross: '500', fees: '1.5', net: '498.5' });
  });

  it('a stock never settles', () => {
    const book = held([stock(OPTION)], ['10']);
    expect(codeOf(book.ask('SettleLeg', POSITION, settle('cash_settled', { settlement_price: '1' }), atExpiry))).toBe(
      'nothing_to_settle_against',
    );
  });
});
