import { describe, expect, it } from 'vitest';
import { ACCOUNT, bookWithAccount, codeOf, fillOf, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const LEG = idOf(11);

function planned(legs: readonly object[] = [stock(LEG)], more = {}) {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs, ...more });
  return book;
}

const at = (time: string) => ({ occurred_at: `2026-03-09T${time}:00.000Z` });

describe('a position', () => {
  it('is a plan until its first fill', () => {
    const book = planned();
    expect(book.position(POSITION).status).toBe('planned');
    expect(book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'))).toEqual(['FillRecorded']);
    expect(book.position(POSITION)).toMatchObject({ status: 'open', opened_at: '2026-03-09T15:00:00.000Z', closed_at: null });
  });

  it('closes itself when the last leg is flat', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10', { fees: '1.25' }), at('15:00'));
    expect(book.did('RecordFill', POSITION, fillOf(LEG, '-100', '12', { fees: '1.25' }), at('16:00'))).toEqual([
      'FillRecorded',
      'PositionClosed',
    ]);
    expect(book.position(POSITION)).toMatchObject({ status: 'closed', closed_at: '2026-03-09T16:00:00.000Z' });
    expect(book.view(POSITION).metadata.realised_pnl).toEqual({ gross: '200', fees: '2.5', net: '197.5' });
  });

  it('is one trade however many legs it has', () => {
    const long = idOf(21);
    const short = idOf(22);
    const book = planned([option(long, '100', 'call', '1'), option(short, '110', 'call', '-1')]);
    book.did('RecordFill', POSITION, fillOf(long, '1', '4'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(short, '-1', '1'), at('15:00'));
    expect(book.view(POSITION).metadata).toMatchObject({
      derived_strategy: 'vertical',
      net_debit: '3',
      max_loss: '300',
      max_profit: '700',
      dte: 10,
    });
    const fills = [
      { fill_id: idOf(31), leg_id: long, price: '9' },
      { fill_id: idOf(32), leg_id: short, price: '2' },
    ];
    expect(book.edited('ClosePosition', POSITION, { fills })).toEqual(['FillRecorded', 'FillRecorded', 'PositionClosed']);
    expect(book.view(POSITION).metadata.realised_pnl.net).toBe('400');
  });

  it('is opened by one command when that brings the fills', () => {
    const book = bookWithAccount();
    const { next_position_id: _, next_leg_id: __, next_fill_id: ___, ...fill } = fillOf(LEG, '100', '10');
    expect(book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: [stock(LEG)], fills: [fill] })).toEqual([
      'PositionCreated',
      'FillRecorded',
    ]);
  });

  it('names the legs that still need a closing price', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    expect(book.edit('ClosePosition', POSITION, {})).toMatchObject({ code: 'legs_still_open', details: { legs: ['AAPL stock'] } });
  });

  it('that is only a plan can be given up', () => {
    const book = planned();
    expect(book.edited('ClosePosition', POSITION, {})).toEqual(['PositionClosed']);
    expect(codeOf(book.edit('ClosePosition', POSITION, {}))).toBe('position_closed');
  });
});
