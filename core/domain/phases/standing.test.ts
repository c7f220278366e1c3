import { describe, expect, it } from 'vitest';
import { verdictOf } from '../discipline/index.ts';
import { NO_TRADE_LIMIT, type Phase, sizeWhenLeft, standingOf, termsOf, usualSettings } from './index.ts';
import { evidence } from './testing/phaseBook.ts';
import { NEW_YORK, idOf, inNewYork, purse, run, trade } from './testing/trades.ts';
import type { Trade } from './trade.ts';

const NOW = '2026-01-15T16:00:00.000Z';

const ground = (phase: Phase, trades: readonly Trade[]) => ({
  progress: { phase, since: null, stay: 0 },
  settings: usualSettings,
  trades,
  capital: purse.capital,
  clockOf: inNewYork,
});

describe('where a book stands', () => {
  it('is its phase, what it allows, and how near it is to either side', () => {
    const standing = standingOf(ground('scaling', run('WWWWLL')), NOW);
    expect(standing).toMatchObject({
      current_phase: 'scaling',
      position_size: '200',
      downgrade_watch: true,
      pending_transition: null,
      evidence: { worst_day_loss_pct: '0.5' },
      trade_limit_today: { date: '2026-01-15', trades_executed: 0, next_allowed_trade: null },
      validation: { to_phase: null, can_advance: false },
    });
  });

  it('has a step pending once a trigger fired', () => {
    expect(standingOf(ground('trial', run('WLLL')), NOW)).toMatchObject({
      downgrade_watch: false,
      pending_transition: { to_phase: 'proof', validation_passed: true, failure_reasons: ['3 losses in a row; 3 lead back a phase.'] },
    });
  });

  it('had come to a size when it was left, whatever came after', () => {
    const left = (from_phase: Phase) => ({ from_phase, metrics_snapshot: evidence({ stay: 3, since: null }) });
    const trades = run('WWWWLLLWWWWWWWWW');
    expect(sizeWhenLeft(left('scaling'), '2026-01-07T16:30:00.000Z', ground('proof', trades))).toBe('200');
    expect(sizeWhenLeft(left('scaling'), '2026-01-05T16:30:00.000Z', ground('proof', trades))).toBe('560');
    expect(sizeWhenLeft(left('trial'), '2026-01-05T16:30:00.000Z', ground('proof', trades))).toBeNull();
  });

  it('changes with a correction of last month', () => {
    const days = ['2025-12-29', '2025-12-30', '2026-01-05'];
    const trades = days.map((day, place) => trade(place + 1, day, place === 0 ? '10' : '-10'));
    expect(standingOf(ground('trial', trades), NOW).pending_transition).toBeNull();
    const corrected = [{ ...trades[0]!, net: '-10' }, ...trades.slice(1)];
    expect(standingOf(ground('trial', corrected), NOW).pending_transition).toMatchObject({ to_phase: 'proof' });
  });
});

describe('a verdict', () => {
  const account = { id: idOf(1_000), currency: 'USD', account_max_risk_pct: null, ...NEW_YORK };
  const nothingElse = { now: NOW, account, rules: undefined, trades: [], grade_cap_pct: null, halts: [], intended: null };
  const verdictIn = (phase: Phase, trades: readonly Trade[]) =>
    verdictOf({ ...nothingElse, phase: termsOf(standingOf(ground(phase, trades), NOW)) });

  it('stops where the phase has no trade left, until its next session', () => {
    const today = trade(1, '2026-01-15', '10');
    expect(verdictIn('proof', [])).toMatchObject({ may_trade: true, trades_left: 1, allowed_size: '100' });
    const stopped = verdictIn('proof', [today]);
    expect(stopped).toMatchObject({ may_trade: false, trades_left: 0 });
    expect(stopped.reasons.map(({ clears_at }) => clears_at)).toContain('2026-01-16T12:00:00.000Z');
  });

  it('knows that a phase counts no trades, and which one is on paper', () => {
    expect(verdictIn('trial', run('WWW'))).toMatchObject({ may_trade: true, trades_left: null, allowed_size: '200' });
    expect(termsOf(standingOf(ground('experience', []), NOW))).toMatchObject({ name: 'Experience', paper_only: true, trades_limit: null });
    expect(termsOf(standingOf(ground('trial', []), NOW))).toMatchObject({ paper_only: false });
    expect(standingOf(ground('trial', []), NOW).trade_limit_today.limit).toBe(NO_TRADE_LIMIT);
  });
});
