import { describe, expect, it } from 'vitest';
import { ACCOUNT, bookWithAccount, codeOf, fillOf, idOf, stock } from './testing/book.ts';

const POSITION = idOf(10);
const LEG = idOf(11);
const FILL = idOf(20);

function planned() {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: [stock(LEG)] });
  return book;
}

const at = (time: string) => ({ occurred_at: `2026-03-09T${time}:00.000Z` });
const moveIn = (more = {}) => ({ fill_id: FILL, leg_id: LEG, quantity: '100', price: '10', ...more });

describe('a transfer in', () => {
  it('sold afterwards is closed, not a phantom short', () => {
    const book = planned();
    book.did('TransferIn', POSITION, moveIn(), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(LEG, '-100', '12'), at('16:00'));
    expect(book.position(POSITION).status).toBe('closed');
    expect(book.view(POSITION).metadata.realised_pnl.gross).toBe('200');
  });

  it('whose cost nobody knows gives no result, and says why', () => {
    const book = planned();
    book.did('TransferIn', POSITION, moveIn({ price: null }), at('15:00'));
    expect(book.view(POSITION).legs[0]).toMatchObject({ held_quantity: '100', average_open_price: null, open_cost: null });
    book.did('RecordFill', POSITION, fillOf(LEG, '-100', '12', { fees: '1' }), at('16:00'));
    expect(book.view(POSITION).metadata).toMatchObject({
      realised_pnl: { gross: null, fees: '1', net: null },
      notes: { realised_pnl: 'a transfer came without its cost' },
    });
    book.edited('CorrectFill', POSITION, { fill_id: FILL, price: '11', reason: 'found the statement' });
    expect(book.view(POSITION).metadata.realised_pnl).toEqual({ gross: '100', fees: '1', net: '99' });
  });

  it('is a short only when it says so', () => {
    expect(codeOf(planned().ask('TransferIn', POSITION, moveIn({ quantity: '-100' })))).toBe('quantity_not_positive');
    const book = planned();
    book.did('TransferIn', POSITION, moveIn({ side: 'short' }));
    expect(book.view(POSITION).legs[0]?.held_quantity).toBe('-100');
  });

  it('never closes what is held', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '-100', '12'), at('15:00'));
    expect(codeOf(book.ask('TransferIn', POSITION, moveIn(), at('16:00')))).toBe('transfer_against_position');
  });

  it('does not open a closed trade again', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '1', '12'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(LEG, '-1', '12'), at('16:00'));
    expect(codeOf(book.ask('TransferIn', POSITION, moveIn(), at('17:00')))).toBe('position_closed_before');
  });
});

describe('a transfer out', () => {
  it('takes the oldest cost along and earns nothing', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '20'), at('15:10'));
    book.did('TransferOut', POSITION, { fill_id: FILL, leg_id: LEG, quantity: '150' }, at('15:20'));
    expect(book.view(POSITION)).toMatchObject({
      legs: [{ held_quantity: '50', average_open_price: '20' }],
      metadata: { realised_pnl: { gross: '0' } },
    });
  });

  it('of everything closes the position', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '-100', '10'), at('15:00'));
    expect(book.did('TransferOut', POSITION, { fill_id: FILL, leg_id: LEG }, at('15:20'))).toEqual(['FillRecorded', 'PositionClosed']);
  });

  it('cannot take what is not there', () => {
    const book = planned();
    expect(codeOf(book.ask('TransferOut', POSITION, { fill_id: FILL, leg_id: LEG, quantity: '1' }))).toBe('leg_is_flat');
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    expect(codeOf(book.ask('TransferOut', POSITION, { fill_id: FILL, leg_id: LEG, quantity: '101' }))).toBe('more_than_held');
    expect(codeOf(book.ask('TransferOut', POSITION, { fill_id: FILL, leg_id: LEG, quantity: '-1' }))).toBe('quantity_not_positive');
  });
});
