import { describe, expect, it } from 'vitest';
import { type MeasuredSession, sessionId } from './session.ts';
import { sessionMetrics } from './sessionMetrics.ts';
import { NOW, openLedger, replayed } from './testing/ledger.ts';
import { ACCOUNT, OTHER, trade, tradesOn } from './testing/trades.ts';
import type { DatedTrade } from './trade.ts';

const DAY = '2025-10-21';
const asked = { session_date: DAY, currency: 'USD', phase: 'proof', breaches: 1 };

describe('the figures of a session', () => {
  it('are exact, of what was opened and of what was closed on the day', () => {
    const trades = [
      trade('a', `${DAY}T10:00:00Z`, '0.1', { r_multiple: '2', size: '100' }),
      trade('b', `${DAY}T11:00:00Z`, '0.2', { r_multiple: '1.5', size: '150' }),
      trade('c', `${DAY}T12:00:00Z`, '-0.15', { r_multiple: '-1' }),
      trade('d', '2025-10-22T09:00:00Z', '-5', { opened_at: `${DAY}T13:00:00.000Z`, size: '90' }),
    ];
    expect(sessionMetrics(trades, asked)).toEqual({
      session_date: DAY,
      currency: 'USD',
      phase: 'proof',
      trades_executed: 4,
      total_wins: 2,
      total_losses: 1,
      win_rate: '0.6666',
      average_rr: '1.75',
      total_pnl: '0.15',
      position_sizes: ['100', '150', '90'],
      circuit_breaker_trips: 1,
    });
  });

  it('are nothing where nothing was traded, and rest on nothing that is not known', () => {
    const empty = {
      trades_executed: 0,
      total_wins: 0,
      total_losses: 0,
      win_rate: null,
      average_rr: null,
      total_pnl: '0',
      position_sizes: [],
    };
    expect(sessionMetrics([], asked)).toMatchObject(empty);
    expect(sessionMetrics(tradesOn(DAY, [null]), asked)).toMatchObject({ ...empty, trades_executed: 1 });
    expect(sessionMetrics(tradesOn(DAY, ['0', '0']), asked)).toMatchObject({
      total_wins: 0,
      total_losses: 0,
      win_rate: '0',
      total_pnl: '0',
    });
  });

  it.each([
    ['what winners made for what losers lost', ['2', '1', '-0.5', '-1.5'], '1.5'],
    ['what winners made for each unit at risk, where nobody lost', ['2', '1'], '1.5'],
    ['nothing, where nobody won', ['-1'], '0'],
  ])('have for an average reward %s', (_, multiples, average_rr) => {
    const trades = multiples.map((r_multiple, place) => trade(String(place), `${DAY}T10:00:00Z`, r_multiple, { r_multiple }));
    expect(sessionMetrics(trades, asked)).toMatchObject({ average_rr });
  });

  it('are of one currency', () => {
    const euros = tradesOn(DAY, ['7'], { account_id: OTHER, currency: 'EUR' });
    expect(sessionMetrics([...euros, ...tradesOn(DAY, ['1'])], asked)).toMatchObject({ trades_executed: 1, total_pnl: '1' });
  });
});

describe('measuring a session', () => {
  const clock = { zone: 'America/New_York', session_start: '09:30', currency: 'USD' };

  function ledgerWithAccounts(now = NOW) {
    const ledger = openLedger(now);
    ledger.plant('account', ACCOUNT, clock);
    ledger.plant('account', OTHER, { ...clock, currency: 'EUR' });
    return ledger;
  }

  const measure = (ledger: ReturnType<typeof openLedger>, trades: readonly DatedTrade[], more: object = {}, account_ids = [ACCOUNT]) => {
    const metrics = { ...sessionMetrics(trades, asked), ...more };
    return ledger.asked('MeasureSession', sessionId(metrics), { metrics, account_ids });
  };

  it('records it, and again only when it comes to something else', () => {
    const ledger = ledgerWithAccounts();
    expect(measure(ledger, tradesOn(DAY, ['1']))).toEqual(['SessionMeasured']);
    expect(measure(ledger, tradesOn(DAY, ['1']))).toBe('session_unchanged');
    expect(measure(ledger, tradesOn(DAY, ['2']))).toEqual(['SessionMeasured']);
    const session = ledger.stateOf<MeasuredSession>('trading_session', sessionId(asked));
    expect(session).toMatchObject({ created_at: NOW, metrics: { total_pnl: '2' } });
    const own = [...ledger.states].filter(([key]) => !key.startsWith('account/'));
    expect([...replayed(ledger.facts)]).toEqual(own);
  });

  it('is refused for a day that has not begun in any of its accounts, and taken in its first moment', () => {
    const before = ledgerWithAccounts('2025-10-21T13:29:59.999Z');
    expect(measure(before, [])).toBe('session_in_the_future');
    expect(measure(ledgerWithAccounts('2025-10-21T13:30:00.000Z'), [])).toEqual(['SessionMeasured']);
  });

  it('is refused for an account of another currency, for one that is not there, and under another id', () => {
    const ledger = ledgerWithAccounts();
    expect(measure(ledger, [], {}, [ACCOUNT, OTHER])).toBe('account_of_another_currency');
    expect(measure(openLedger(), [])).toBe('not_found');
    expect(
      ledger.asked('MeasureSession', sessionId({ ...asked, currency: 'EUR' }), {
        metrics: sessionMetrics([], asked),
        account_ids: [ACCOUNT],
      }),
    ).toBe('session_id_differs');
  });

  it.each([
    ['a date that is none', { session_date: '2025-02-30' }],
    ['a win rate above 1', { win_rate: '1.01' }],
    ['a win rate below 0', { win_rate: '-0.1' }],
    ['a negative average reward', { average_rr: '-0.1' }],
  ])('is refused with %s', (_, more) => {
    expect(measure(ledgerWithAccounts(), [], more)).toBe('invalid_input');
  });
});
