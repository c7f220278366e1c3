import { describe, expect, it } from 'vitest';
import type { Session } from '../kernel/index.ts';
import { evidenceOf, evidenceSchema } from './index.ts';
import { evidence } from './testing/phaseBook.ts';
import { idOf, inNewYork, purse, run, trade } from './testing/trades.ts';
import type { Trade } from './trade.ts';

const of = (trades: readonly Trade[], since: string | null = null, from = purse) => evidenceOf(trades, { stay: 1, since }, from, inNewYork);
const withR = (...multiples: readonly string[]) =>
  multiples.map((r_multiple, place) => trade(place + 1, `2026-01-0${place + 1}`, r_multiple, { r_multiple }));

describe('the evidence of a phase', () => {
  it('is nothing where nothing was traded', () => {
    expect(of([])).toMatchObject({
      session_count: 0,
      trade_count: 0,
      win_rate: null,
      avg_rr: null,
      total_pnl: '0',
      consecutive_wins: 0,
      consecutive_losses: 0,
      rolling_win_rate: null,
      max_drawdown_pct: '0',
      worst_day_loss_pct: '0',
    });
  });

  it('is no win, no loss and no streak where everything broke even', () => {
    expect(of(run('BBB'))).toMatchObject({
      session_count: 3,
      profitable_sessions: 0,
      trade_count: 3,
      wins: 0,
      losses: 0,
      win_rate: '0',
      avg_rr: null,
      consecutive_wins: 0,
      consecutive_losses: 0,
    });
  });

  it('counts a day once, and as profitable by all that it made', () => {
    const day = '2026-01-05';
    const trades = [trade(1, day, '100'), trade(2, day, '-100.01'), trade(3, '2026-01-06', '0.01'), trade(4, '2026-01-07', '0')];
    expect(of(trades)).toMatchObject({ session_count: 3, profitable_sessions: 1, total_pnl: '0' });
  });

  it('is exact: cents add up, and a rate short of a threshold does not show it', () => {
    expect(of([trade(1, '2026-01-05', '0.1'), trade(2, '2026-01-05', '0.2')]).total_pnl).toBe('0.3');
    expect(of(run('WWL')).win_rate).toBe('0.6666');
    const almost = of(run(`${'W'.repeat(5_999)}${'L'.repeat(4_001)}`)).win_rate;
    expect(almost).toBe('0.5999');
  });

  it('has win rates from 0 to 1', () => {
    expect(of(run('LLL')).win_rate).toBe('0');
    expect(of(run('WWW')).win_rate).toBe('1');
  });

  it('has the reward of winners by the risk of losers', () => {
    expect(of(withR('3', '-1', '2', '-0.5')).avg_rr).toBe('3.3333');
    expect(of(withR('3', '2')).avg_rr).toBe('2.5');
    expect(of(withR('-1', '-2')).avg_rr).toBe('0');
    expect(of(withR('1.7', '-1', '0')).avg_rr).toBe('1.7');
  });

  it('has the streak that ends now, which a breakeven ends', () => {
    expect(of(run('WLL'))).toMatchObject({ consecutive_wins: 0, consecutive_losses: 2 });
    expect(of(run('LWW'))).toMatchObject({ consecutive_wins: 2, consecutive_losses: 0 });
    expect(of(run('LLB'))).toMatchObject({ consecutive_wins: 0, consecutive_losses: 0 });
    expect(of(run('LBL'))).toMatchObject({ consecutive_losses: 1 });
  });

  it('has a rolling win rate of the latest 20, once there are 20', () => {
    expect(of(run('L'.repeat(19))).rolling_win_rate).toBeNull();
    expect(of(run(`${'W'.repeat(11)}${'L'.repeat(9)}`)).rolling_win_rate).toBe('0.55');
    expect(of(run(`${'W'.repeat(11)}${'L'.repeat(10)}`)).rolling_win_rate).toBe('0.5');
  });

  it('knows losses in percent of the capital, rounded up, and not without one', () => {
    const trades = [trade(1, '2026-01-05', '-500.01'), trade(2, '2026-01-06', '-100'), trade(3, '2026-01-07', '1')];
    expect(of(trades)).toMatchObject({ worst_day_loss_pct: '5.0001', latest_day_loss_pct: '0' });
    expect(of(trades.slice(0, 2)).latest_day_loss_pct).toBe('1');
    expect(of([trade(1, '2026-01-05', '-500.001')]).worst_day_loss_pct).toBe('5.0001');
    expect(of(trades, null, { ...purse, capital: null })).toMatchObject({
      worst_day_loss_pct: null,
      latest_day_loss_pct: null,
      max_drawdown_pct: null,
    });
  });

  it('has the deepest fall from a peak', () => {
    const trades = [
      trade(1, '2026-01-05', '2500'),
      trade(2, '2026-01-06', '-1250'),
      trade(3, '2026-01-07', '5000'),
      trade(4, '2026-01-08', '-100'),
    ];
    expect(of(trades).max_drawdown_pct).toBe('10');
    expect(of([trade(1, '2026-01-05', '-250')]).max_drawdown_pct).toBe('2.5');
  });

  it('rests on trades that were opened in this phase, and are closed with a known result', () => {
    const since = '2026-01-06T15:00:00.000Z';
    const before = trade(1, '2026-01-06', '-10', { opened_at: '2026-01-06T14:59:59.999Z' });
    const atIt = trade(2, '2026-01-06', '10', { opened_at: since });
    const open = trade(3, '2026-01-07', null, { closed_at: null });
    const unknown = trade(4, '2026-01-07', null);
    expect(of([before, atIt, open, unknown], since)).toMatchObject({ since, trade_count: 1, wins: 1, session_count: 1 });
  });

  it('takes trades that closed at the same instant in one order, however they are listed', () => {
    const [won, lost] = [trade(1, '2026-01-05', '5'), trade(2, '2026-01-05', '-5')];
    expect(of([won, lost])).toMatchObject({ consecutive_losses: 1, consecutive_wins: 0 });
    expect(of([lost, won])).toEqual(of([won, lost]));
  });

  it('counts a trade that was open over midnight on the day of its close', () => {
    const overnight = trade(1, '2026-01-05', '-600', { opened_at: '2026-01-05T20:00:00.000Z', closed_at: '2026-01-06T15:00:00.000Z' });
    const sameDay = trade(2, '2026-01-06', '200');
    expect(of([overnight, sameDay])).toMatchObject({ session_count: 1, worst_day_loss_pct: '4' });
  });

  it('keeps the days of each account by its own clock', () => {
    const tokyo: Session = { zone: 'Asia/Tokyo', session_start: '00:00' };
    const closed_at = '2026-01-05T16:00:00.000Z';
    const trades = [trade(1, '2026-01-05', '-400', { closed_at }), trade(2, '2026-01-05', '-400', { closed_at, account_id: idOf(2_000) })];
    const byAccount = (account: string) => (account === idOf(2_000) ? tokyo : inNewYork(account));
    const twoClocks = evidenceOf(trades, { stay: 0, since: null }, purse, byAccount);
    expect(twoClocks).toMatchObject({ session_count: 2, worst_day_loss_pct: '4' });
    expect(of(trades)).toMatchObject({ session_count: 1, worst_day_loss_pct: '8' });
    // What closes first may belong to the later day.
    const later = trade(3, '2026-01-05', '-100', { closed_at: '2026-01-05T17:00:00.000Z' });
    const latest = evidenceOf([trades[1]!, later], { stay: 0, since: null }, purse, byAccount);
    expect(latest).toMatchObject({ session_count: 2, latest_day_loss_pct: '4' });
  });

  it.each([
    ['2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
    ['2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
  ])('has one day %s, when the clocks change', (day, first, last) => {
    const trades = [
      trade(1, day, '-300', { opened_at: first, closed_at: first }),
      trade(2, day, '-300', { opened_at: first, closed_at: last }),
    ];
    expect(of(trades)).toMatchObject({ session_count: 1, worst_day_loss_pct: '6' });
  });

  it('adds up no money of another kind', () => {
    const euros = trade(2, '2026-01-06', '-900', { currency: 'EUR' });
    expect(of([trade(1, '2026-01-05', '10'), euros])).toMatchObject({
      total_pnl: '10',
      losses: 1,
      session_count: 2,
      worst_day_loss_pct: '0',
      other_currency_trades: 1,
    });
  });

  it.each([
    ['a win rate above 1', { win_rate: '1.0001' }],
    ['a negative win rate', { win_rate: '-0.1' }],
    ['a negative R:R', { avg_rr: '-0.1' }],
    ['a negative count', { trade_count: -1 }],
    ['a sum that is no exact decimal', { total_pnl: '1e3' }],
    ['a day for a moment', { since: '2026-01-05' }],
  ])('is none with %s', (_, change) => {
    expect(evidenceSchema.safeParse({ ...evidence({}), ...change }).success).toBe(false);
  });
});
