import { describe, expect, it } from 'vitest';
import { ACCOUNT, OTHER, always, trade, tradesOn } from '../discipline/testing/trades.ts';
import type { DatedTrade } from '../discipline/index.ts';
import { type Phase, untouched } from '../phases/index.ts';
import { groundOf, type Book } from './book.ts';
import { accounts } from './testing/keptBook.ts';
import { verdictNow } from './verdictNow.ts';

const NOW = '2026-03-10T20:00:00.000Z';

const inPhase = (phase: Phase) => ({ ...untouched, phase, since: '2026-01-01T00:00:00.000Z', stay: 1 });

function verdict(more: Partial<Book>, trades: readonly DatedTrade[] = [], account = accounts[0]!, grade_cap_pct: string | null = null) {
  const book = { accounts, trades, rules: undefined, progress: undefined, settings: undefined, ...more };
  return verdictNow(book, { now: NOW, account, intended: null, grade_cap_pct, halts: [] });
}

describe('what may be done now', () => {
  it('follows the rules, the phase and the caps together', () => {
    const today = [trade('today', '2026-03-10T16:00:00Z', '-10')];
    const { may_trade, allowed_risk_pct, allowed_size, trades_left, reasons } = verdict(
      { progress: inPhase('proof') },
      today,
      accounts[0],
      '0.25',
    );
    expect({ may_trade, allowed_risk_pct, allowed_size, trades_left }).toEqual({
      may_trade: false,
      allowed_risk_pct: '0.25',
      allowed_size: '100',
      trades_left: 0,
    });
    expect(reasons[0]).toMatchObject({
      rule: 'phase_trades',
      sentence: 'Trade limit reached: 1 of 1 today (Proof of Concept).',
      clears_at: '2026-03-11T11:00:00.000Z',
    });
  });

  it('leaves phases out until somebody has said where they stand', () => {
    expect(verdict({}).allowed_size).toBeNull();
    expect(verdict({ progress: inPhase('experience') }).allowed_size).toBe('0');
  });

  it('allows no size in money that the phase does not speak of', () => {
    expect(verdict({ progress: inPhase('trial') }, [], accounts[1]).allowed_size).toBeNull();
  });

  it('says what stops elsewhere and what stops here', () => {
    const lost = tradesOn('2026-03-10', ['-1', '-1', '-1'], { account_id: OTHER, currency: 'EUR' });
    expect(verdict({}, lost).reasons[0]).toMatchObject({ rule: 'loss_streak_day', effect: 'stops' });
  });
});

describe('what phases are judged on', () => {
  const size = (account_id: string, currency: string, amount: string) => ({ account_id, size: { currency, amount } });

  it('is a capital of all accounts in the currency of the settings', () => {
    const book = { accounts, trades: [], progress: undefined, settings: undefined };
    const sizes = [size(ACCOUNT, 'USD', '10000'), size('00000000-0000-7000-8000-000000000003', 'USD', '2500'), size(OTHER, 'EUR', '7000')];
    expect(groundOf({ ...book, rules: always({ accounts: sizes }) }).capital).toBe('12500');
    expect(groundOf({ ...book, rules: always({ accounts: [sizes[2]] }) }).capital).toBeNull();
    expect(groundOf({ ...book, rules: undefined }).capital).toBeNull();
  });

  it('is the clock of each account', () => {
    const { clockOf } = groundOf({ accounts, trades: [], rules: undefined, progress: undefined, settings: undefined });
    expect(clockOf(OTHER)).toMatchObject({ zone: 'Asia/Tokyo', session_start: '09:00' });
    expect(clockOf('nobody')).toMatchObject({ zone: 'America/New_York' });
  });
});
