import { describe, expect, it } from 'vitest';
import { ACCOUNT, UTC, idOf } from '../discipline/testing/trades.ts';
import { ACCOUNT as BOOKED_IN, bookWithAccount, fillOf, stock } from '../tradelog/testing/book.ts';
import { type PositionSeen, positionSeen, tradeSeen } from './tradeSeen.ts';

const account = { id: ACCOUNT, currency: 'USD', account_max_risk_pct: '2', ...UTC };

const closed: PositionSeen = {
  id: idOf(10),
  account_id: ACCOUNT,
  symbol: 'SPX',
  instrument_types: ['option'],
  currency: 'USD',
  opened_at: '2026-03-09T23:30:00.000Z',
  closed_at: '2026-03-10T15:00:00.000Z',
  realised_net: '-40',
  r_multiple: '-0.5',
  size: '800',
  merged_into: null,
};

describe('a trade as the rules see it', () => {
  it('is a position that was opened, on the clock of its account', () => {
    expect(tradeSeen(closed, [], account)).toEqual({
      position_id: idOf(10),
      account_id: ACCOUNT,
      symbol: 'SPX',
      instrument_types: ['option'],
      currency: 'USD',
      opened_at: closed.opened_at,
      closed_at: closed.closed_at,
      opened_on: '2026-03-09',
      closed_on: '2026-03-10',
      net: '-40',
      r_multiple: '-0.5',
      intended_risk_pct: null,
      risk_cap_pct: '2',
      size: '800',
    });
    expect(tradeSeen(closed, [], { ...account, zone: 'Asia/Tokyo' })).toMatchObject({ opened_on: '2026-03-10', closed_on: '2026-03-11' });
  });

  it('has no result while it is open, whatever was closed of it', () => {
    expect(tradeSeen({ ...closed, closed_at: null }, [], account)).toMatchObject({ closed_on: null, net: null, r_multiple: null });
  });

  it('was never a plan, nor what went into another position', () => {
    expect(tradeSeen({ ...closed, opened_at: null, closed_at: null }, [], account)).toBeUndefined();
    expect(tradeSeen({ ...closed, merged_into: idOf(11) }, [], account)).toBeUndefined();
  });

  it('has the cap of its checklist, and else that of its account', () => {
    const [strict, lax, begun] = [
      { cap: '0.5', intended_risk_pct: null },
      { cap: '10', intended_risk_pct: '1' },
      { cap: null, intended_risk_pct: null },
    ];
    expect(tradeSeen(closed, [lax], account)).toMatchObject({ risk_cap_pct: '10', intended_risk_pct: '1' });
    expect(tradeSeen(closed, [begun], account)).toMatchObject({ risk_cap_pct: '2', intended_risk_pct: null });
    expect(tradeSeen(closed, [begun, lax, strict], account)).toMatchObject({ risk_cap_pct: '0.5', intended_risk_pct: '1' });
  });
});

describe('a position as the rules see it', () => {
  it('is told from its state', () => {
    const book = bookWithAccount();
    const [position, leg] = [idOf(20), idOf(21)];
    book.did('CreatePosition', position, { account_id: BOOKED_IN, symbol: 'AAPL', legs: [stock(leg)], plan: { stop: '9' } });
    book.did('RecordFill', position, fillOf(leg, '100', '10'));
    book.did('RecordFill', position, fillOf(leg, '-100', '12'));
    const { opened_at, closed_at } = book.position(position);
    expect(positionSeen(book.position(position))).toEqual({
      id: position,
      account_id: BOOKED_IN,
      symbol: 'AAPL',
      instrument_types: ['stock'],
      currency: 'USD',
      opened_at,
      closed_at,
      realised_net: '200',
      r_multiple: '2',
      size: '1000',
      merged_into: null,
    });
  });
});
