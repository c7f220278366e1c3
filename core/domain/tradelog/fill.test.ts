import { describe, expect, it } from 'vitest';
import { ACCOUNT, NOW, bookWithAccount, codeOf, fillOf, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const LEG = idOf(11);
const OTHER_LEG = idOf(12);

function planned(legs: readonly object[] = [stock(LEG)], terms = {}) {
  const book = bookWithAccount(NOW, terms);
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs, tags: ['swing'] });
  return book;
}

const at = (time: string, day = '2026-03-09') => ({ occurred_at: `${day}T${time}:00.000Z` });

describe('recording a fill', () => {
  it('keeps two genuine identical fills as two', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '50', '10'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(LEG, '50', '10'), at('15:00'));
    expect(book.view(POSITION).legs[0]).toMatchObject({ held_quantity: '100', average_open_price: '10', open_cost: '1000' });
  });

  it('refuses an id that is used already', () => {
    const book = planned();
    const fill = fillOf(LEG, '50', '10');
    book.did('RecordFill', POSITION, fill, at('15:00'));
    expect(codeOf(book.ask('RecordFill', POSITION, fill, at('15:00')))).toBe('id_used_twice');
  });

  it('refuses an id that is used already even where the fill would begin the next position', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    const closing = fillOf(LEG, '-100', '10');
    book.did('RecordFill', POSITION, closing, at('16:00'));
    expect(codeOf(book.ask('RecordFill', POSITION, closing, at('17:00')))).toBe('id_used_twice');
  });

  it('refuses a leg of another position', () => {
    expect(codeOf(planned().ask('RecordFill', POSITION, fillOf(OTHER_LEG, '1', '10')))).toBe('leg_not_in_position');
  });

  it('refuses the future, but not a clock that is a little ahead', () => {
    expect(codeOf(planned().ask('RecordFill', POSITION, fillOf(LEG, '1', '1'), { occurred_at: '2026-03-10T20:01:00.000Z' }))).toBe(
      'accepted',
    );
    expect(codeOf(planned().ask('RecordFill', POSITION, fillOf(LEG, '1', '1'), { occurred_at: '2026-03-10T20:01:00.001Z' }))).toBe(
      'fill_in_the_future',
    );
  });

  it('knows the expiry day and the listing day where the account lives, not in UTC', () => {
    const legs = [option(LEG, '150', 'call', '1', { expiry: '2026-03-06', listed_on: '2026-03-02' })];
    const record = (time: string, day: string) => codeOf(planned(legs).ask('RecordFill', POSITION, fillOf(LEG, '1', '1'), at(time, day)));
    expect(record('04:30', '2026-03-07')).toBe('accepted');
    expect(record('05:00', '2026-03-07')).toBe('fill_after_expiry');
    expect(record('05:00', '2026-03-02')).toBe('accepted');
    expect(record('04:59', '2026-03-02')).toBe('fill_before_listing');
  });

  it.each([
    ['fees finer than the currency', { fees: '0.001' }, 'amount_too_fine'],
    ['a rebate', { fees: '-0.25' }, 'accepted'],
    ['fees beyond what is exact', { fees: '999999999999999' }, 'amount_too_large'],
    ['a value beyond what is exact', { price: '999999999999999', quantity: '999999999999' }, 'fill_too_large'],
    ['a quantity of nothing', { quantity: '-0' }, 'invalid_input'],
    ['a price that is no number', { price: 'NaN' }, 'invalid_input'],
    ['an infinite price', { price: Infinity }, 'invalid_input'],
    ['a price in other digits', { price: '١٢' }, 'invalid_input'],
    ['a price of 30 decimals', { price: `0.${'3'.repeat(30)}` }, 'invalid_input'],
    ['a price beyond a double', { price: 2 ** 53 + 2 }, 'invalid_input'],
    ['a field nobody knows', { kind: 'transfer_in' }, 'invalid_input'],
  ])('answers %s', (_, terms, code) => {
    expect(codeOf(planned().ask('RecordFill', POSITION, fillOf(LEG, '1', '1', terms)))).toBe(code);
  });
});

describe('trading the same instrument again', () => {
  function closed() {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(LEG, '-100', '12'), at('16:00'));
    return book;
  }

  it('after the close is a new trade', () => {
    const book = closed();
    const fill = fillOf(LEG, '100', '13');
    expect(book.did('RecordFill', POSITION, fill, at('17:00'))).toEqual(['PositionContinued', 'PositionCreated', 'FillRecorded']);
    expect(book.position(POSITION)).toMatchObject({ status: 'closed', continued_in: fill.next_position_id });
    expect(book.position(fill.next_position_id)).toMatchObject({
      status: 'open',
      continues: POSITION,
      tags: ['swing'],
      opened_at: '2026-03-09T17:00:00.000Z',
      fills: [{ id: fill.fill_id, leg_id: fill.next_leg_id, quantity: '100' }],
    });
  });

  it('a second time belongs to the trade that followed, and the refusal says which', () => {
    const book = closed();
    const fill = fillOf(LEG, '100', '13');
    book.did('RecordFill', POSITION, fill, at('17:00'));
    expect(book.ask('RecordFill', POSITION, fillOf(LEG, '50', '13'), at('18:00'))).toMatchObject({
      code: 'position_continued',
      details: { continued_in: fill.next_position_id },
    });
  });

  it('before the close, recorded late, belongs to the old trade and opens it again', () => {
    const book = closed();
    expect(book.did('RecordFill', POSITION, fillOf(LEG, '10', '11'), at('15:30'))).toEqual(['FillRecorded', 'PositionReopened']);
    expect(book.position(POSITION)).toMatchObject({ status: 'open', closed_at: null });
  });

  it('needs an open account and an unused id', () => {
    const book = closed();
    expect(codeOf(book.ask('RecordFill', POSITION, fillOf(LEG, '1', '1', { next_position_id: POSITION }), at('17:00')))).toBe(
      'already_exists',
    );
    book.edited('CloseAccount', ACCOUNT, {});
    expect(codeOf(book.ask('RecordFill', POSITION, fillOf(LEG, '1', '1'), at('17:00')))).toBe('account_closed');
  });
});

describe('a fill that turns the position around', () => {
  it('closes this trade and begins the next, and shares its fees to the last cent', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    const fill = fillOf(LEG, '-300', '12', { fees: '1' });
    expect(book.did('RecordFill', POSITION, fill, at('16:00'))).toEqual([
      'FillRecorded',
      'PositionClosed',
      'PositionContinued',
      'PositionCreated',
      'FillRecorded',
    ]);
    expect(book.view(POSITION).metadata.realised_pnl).toEqual({ gross: '200', fees: '0.33', net: '199.67' });
    expect(book.view(fill.next_position_id).fills).toMatchObject([{ id: fill.next_fill_id, quantity: '-200', fees: '0.67' }]);
  });

  it('stays one trade while another leg is open', () => {
    const book = planned([stock(LEG), option(OTHER_LEG, '12', 'call', '-1')]);
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(OTHER_LEG, '-1', '1'), at('15:00'));
    expect(book.did('RecordFill', POSITION, fillOf(LEG, '-300', '12'), at('16:00'))).toEqual(['FillRecorded']);
    expect(book.view(POSITION).legs[0]).toMatchObject({ held_quantity: '-200', average_open_price: '12' });
  });

  it('does not, when it is recorded late and came before what it would turn around', () => {
    const book = planned();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    expect(book.did('RecordFill', POSITION, fillOf(LEG, '-300', '12'), at('14:00'))).toEqual(['FillRecorded']);
    expect(book.view(POSITION).metadata.realised_pnl.gross).toBe('200');
  });
});

describe('a fill that was written down wrongly', () => {
  function opened() {
    const book = planned();
    const fill = fillOf(LEG, '100', '10', { fees: '1' });
    book.did('RecordFill', POSITION, fill, at('15:00'));
    return { book, fill_id: fill.fill_id };
  }

  it('is corrected by a new fact, and nothing else about it changes', () => {
    const { book, fill_id } = opened();
    expect(book.edited('CorrectFill', POSITION, { fill_id, price: '11', reason: 'typo' })).toEqual(['FillCorrected']);
    expect(book.view(POSITION).fills[0]).toMatchObject({ price: '11', quantity: '100', fees: '1', voided: false, revisions: 1 });
    expect(book.facts.some((fact) => fact.type === 'FillRecorded')).toBe(true);
  });

  it('moves the opening when its time is corrected', () => {
    const { book, fill_id } = opened();
    book.edited('CorrectFill', POSITION, { fill_id, occurred_at: '2026-03-08T15:00:00Z', reason: 'wrong day' });
    expect(book.position(POSITION).opened_at).toBe('2026-03-08T15:00:00.000Z');
  });

  it('opens or closes the position when its quantity says so', () => {
    const { book } = opened();
    const exit = fillOf(LEG, '-90', '12');
    book.did('RecordFill', POSITION, exit, at('16:00'));
    expect(book.edited('CorrectFill', POSITION, { fill_id: exit.fill_id, quantity: '-100', reason: 'typo' })).toEqual([
      'FillCorrected',
      'PositionClosed',
    ]);
    expect(book.edited('VoidFill', POSITION, { fill_id: exit.fill_id, reason: 'busted' })).toEqual(['FillVoided', 'PositionReopened']);
    expect(book.position(POSITION)).toMatchObject({ status: 'open', closed_at: null });
  });

  it('leaves a plan when it is voided and was the only one', () => {
    const { book, fill_id } = opened();
    book.edited('VoidFill', POSITION, { fill_id, reason: 'wrong account' });
    expect(book.position(POSITION)).toMatchObject({ status: 'planned', opened_at: null });
    expect(book.view(POSITION).fills).toMatchObject([{ id: fill_id, voided: true }]);
    expect(codeOf(book.edit('VoidFill', POSITION, { fill_id, reason: 'again' }))).toBe('fill_voided');
  });

  it('is held to the same rules as a new one', () => {
    const { book, fill_id } = opened();
    const correct = (changes: object) => codeOf(book.edit('CorrectFill', POSITION, { fill_id, reason: 'typo', ...changes }));
    expect(correct({ occurred_at: '2026-03-11T00:00:00Z' })).toBe('fill_in_the_future');
    expect(correct({ fees: '0.001' })).toBe('amount_too_fine');
    expect(correct({ price: '10.0' })).toBe('nothing_to_change');
    expect(correct({ fill_id: idOf(99), price: '1' })).toBe('fill_not_in_position');
    expect(correct({ price: null })).toBe('invalid_input');
  });
});
