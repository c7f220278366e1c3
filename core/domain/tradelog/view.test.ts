import { describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import { positionSnapshot } from './snapshot.ts';
import { ACCOUNT, NOW, bookWithAccount, fillOf, future, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const [A, B, C] = [idOf(11), idOf(12), idOf(13)] as const;

interface Filled {
  readonly id: string;
  readonly quantity: string;
}

function traded(legs: readonly Filled[], prices: readonly string[], more = {}) {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'ES', legs, ...more });
  for (const [at, price] of prices.entries()) {
    const leg = legs[at];
    if (leg !== undefined)
      book.did('RecordFill', POSITION, fillOf(leg.id, leg.quantity, price), { occurred_at: '2026-03-09T15:00:00.000Z' });
  }
  return book;
}

describe('the derived strategy', () => {
  it.each([
    ['single', [option(A, '100', 'put', '-3')]],
    ['vertical', [option(A, '100', 'put', '-3'), option(B, '95', 'put', '3')]],
    ['butterfly', [option(A, '95', 'call', '2'), option(B, '100', 'call', '-4'), option(C, '105', 'call', '2')]],
    ['butterfly', [option(B, '100', 'call', '-4'), option(A, '105', 'call', '2'), option(C, '95', 'call', '2')]],
    ['stock', [stock(A)]],
    ['future', [future(A, '1')]],
    ['single', [option(A, '100', 'call', '1'), option(B, '100', 'call', '2')]],
    ['custom', [option(A, '100', 'call', '1'), option(B, '100', 'put', '1')]],
    ['custom', [option(A, '100', 'call', '1'), option(B, '105', 'call', '-2')]],
    ['custom', [option(A, '100', 'call', '1'), option(B, '105', 'call', '-1', { expiry: '2026-04-17' })]],
    ['custom', [option(A, '95', 'call', '1'), option(B, '100', 'call', '-2'), option(C, '110', 'call', '1')]],
    ['custom', [stock(A), option(B, '100', 'call', '-1')]],
  ])('is %s', (strategy, legs) => {
    expect(traded(legs, []).view(POSITION).metadata.derived_strategy).toBe(strategy);
  });
});

describe('what a trade can make and lose', () => {
  it.each([
    ['a long call', [option(A, '100', 'call', '1')], ['2.5'], null, '250'],
    ['a short put', [option(A, '100', 'put', '-1')], ['2.5'], '250', '9750'],
    ['a credit vertical', [option(A, '100', 'put', '-2'), option(B, '95', 'put', '2')], ['2', '0.75'], '250', '750'],
    [
      'a butterfly',
      [option(A, '95', 'call', '1'), option(B, '100', 'call', '-2'), option(C, '105', 'call', '1')],
      ['6', '3', '1.2'],
      '380',
      '120',
    ],
    ['a covered call', [stock(A), option(B, '110', 'call', '-1')], ['100', '2'], '1200', '9800'],
    ['a stock', [stock(A)], ['10'], null, '1000'],
    ['a short stock', [stock(A, '-100')], ['10'], '1000', null],
    ['a future, which can fall below zero', [future(A, '1')], ['5000'], null, null],
  ])('is exact for %s', (_, legs, prices, max_profit, max_loss) => {
    const { metadata } = traded(legs, prices).view(POSITION);
    expect(metadata).toMatchObject({ max_profit, max_loss });
    expect(metadata.notes['max_profit']).toBe(max_profit === null ? 'unlimited' : undefined);
    expect(metadata.notes['max_loss']).toBe(max_loss === null ? 'unlimited' : undefined);
  });

  it('is left out with the reason where nobody can know it', () => {
    const calendar = [option(A, '100', 'call', '-1'), option(B, '100', 'call', '1', { expiry: '2026-04-17' })];
    expect(traded(calendar, ['1', '2']).view(POSITION).metadata.notes).toMatchObject({ max_loss: 'legs expire on different days' });
    const pair = [stock(A, '1', { symbol: 'KO' }), stock(B, '-1', { symbol: 'PEP' })];
    expect(traded(pair, ['1', '2']).view(POSITION).metadata.notes).toMatchObject({ max_loss: 'legs follow different prices' });
    const vertical = [option(A, '100', 'put', '-2'), option(B, '95', 'put', '2')];
    expect(traded(vertical, ['2']).view(POSITION).metadata.notes).toMatchObject({ net_debit: 'not every leg has been filled' });
    expect(traded(vertical, []).view(POSITION).metadata.notes).toMatchObject({ net_debit: 'no fills yet', max_profit: 'no fills yet' });
  });

  it('of a plan with one leg follows from its planned entry', () => {
    const book = traded([option(A, '100', 'call', '2')], [], { plan: { entry: '3' } });
    expect(book.view(POSITION).metadata).toMatchObject({ net_debit: '3', max_loss: '600' });
  });
});

describe('the net debit', () => {
  it('is per unit of the structure, and negative for a credit', () => {
    const legs = [option(A, '100', 'put', '-10'), option(B, '95', 'put', '10')];
    expect(traded(legs, ['2', '0.75']).view(POSITION).metadata.net_debit).toBe('-1.25');
  });

  it('averages an entry in several fills and ignores what came after the first exit', () => {
    const book = traded([stock(A)], []);
    const at = (minute: number) => ({ occurred_at: `2026-03-09T15:0${minute}:00.000Z` });
    book.did('RecordFill', POSITION, fillOf(A, '30', '10'), at(1));
    book.did('RecordFill', POSITION, fillOf(A, '60', '13'), at(2));
    book.did('RecordFill', POSITION, fillOf(A, '-20', '14'), at(3));
    book.did('RecordFill', POSITION, fillOf(A, '30', '99'), at(4));
    expect(book.view(POSITION).metadata.net_debit).toBe('12');
  });
});

describe('days', () => {
  it('to expiry are counted where the account lives', () => {
    const legs = [option(A, '100', 'call', '1', { expiry: '2026-03-11' })];
    const book = bookWithAccount('2026-03-11T02:00:00.000Z');
    book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs });
    expect(book.view(POSITION).metadata.dte).toBe(1);
  });

  it('to expiry look at legs that are still open', () => {
    const book = traded([option(A, '100', 'call', '-1'), option(B, '100', 'call', '1', { expiry: '2026-04-17' })], ['1', '2']);
    expect(book.view(POSITION).metadata.dte).toBe(10);
    book.did('RecordFill', POSITION, fillOf(A, '1', '1'));
    expect(book.view(POSITION).metadata.dte).toBe(38);
  });

  it('of a trade follow the session, so an evening fill belongs to the next trading day', () => {
    const book = bookWithAccount(NOW, { zone: 'America/Chicago', session_start: '17:00' });
    book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'ES', legs: [future(A, '1')] });
    book.did('RecordFill', POSITION, fillOf(A, '1', '5000'), { occurred_at: '2026-03-08T22:30:00.000Z' });
    expect(book.view(POSITION).metadata.opened_day).toBe('2026-03-09');
  });
});

describe('the snapshot', () => {
  it('shows what other services may know, with decimals as text', () => {
    const book = bookWithAccount('2025-02-05T20:00:00.000Z');
    const leg = option(A, '6100', 'call', '-1', { expiry: '2025-02-21' });
    book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'SPX', underlying: 'I:SPX', legs: [leg] });
    book.did('RecordFill', POSITION, fillOf(A, '-1', '12.50'), { occurred_at: '2025-02-05T10:30:00.000Z' });
    const voided = fillOf(A, '-1', '1');
    book.did('RecordFill', POSITION, voided, { occurred_at: '2025-02-05T10:30:00.000Z' });
    book.edited('VoidFill', POSITION, { fill_id: voided.fill_id, reason: 'busted' });
    const snapshot = positionSnapshot(
      { version: 7, state: book.position(POSITION) },
      book.stateOf<Account>('account', ACCOUNT),
      NOW.replace('2026-03-10', '2025-02-05'),
    );
    expect(snapshot).toEqual({
      position_id: POSITION,
      version: 7,
      status: 'open',
      symbol: 'SPX',
      underlying: 'I:SPX',
      legs: [{ id: A, instrument_type: 'option', expiry: '2025-02-21', strike: '6100', right: 'call', quantity: '-1', multiplier: '100' }],
      fills: [{ leg_id: A, price: '12.5', quantity: '-1', occurred_at: '2025-02-05T10:30:00.000Z' }],
      metadata: { derived_strategy: 'single', net_debit: '-12.5', dte: 16 },
    });
  });
});
