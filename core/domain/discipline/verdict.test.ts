import { describe, expect, it } from 'vitest';
import type { AccountNow } from './moment.ts';
import type { PhaseNow } from './phaseNow.ts';
import { ACCOUNT, OTHER, UTC, always, trade, tradesOn } from './testing/trades.ts';
import type { DatedTrade } from './trade.ts';
import { type Circumstances, reachOf, verdictOf } from './verdict.ts';

const DAY = '2025-10-21';
const NOW = `${DAY}T18:00:00.000Z`;

const account: AccountNow = { id: ACCOUNT, currency: 'USD', account_max_risk_pct: null, ...UTC };
const proof: PhaseNow = {
  name: 'Proof of concept',
  paper_only: false,
  trades_executed: 0,
  trades_limit: 1,
  next_allowed_trade: null,
  position_size: '100',
  currency: 'USD',
};
const intended = { symbol: null, instrument_types: [], risk_pct: null, size: null };

const verdict = (trades: readonly DatedTrade[], more: Partial<Circumstances> = {}) =>
  verdictOf({ now: NOW, account, rules: undefined, trades, phase: null, grade_cap_pct: null, halts: [], intended: null, ...more });

const stops = (trades: readonly DatedTrade[], more: Partial<Circumstances> = {}) => {
  const { may_trade, reasons } = verdict(trades, more);
  expect(may_trade).toBe(!reasons.some(({ effect }) => effect === 'stops'));
  return reasons.filter(({ effect }) => effect === 'stops');
};

describe('a verdict', () => {
  it('lets a trader trade where nothing says otherwise', () => {
    expect(verdict([])).toEqual({ may_trade: true, allowed_risk_pct: null, allowed_size: null, trades_left: null, reasons: [] });
  });

  it('stops when as many were lost in a row as the rule allows, until the next trading day of the account', () => {
    expect(stops(tradesOn(DAY, ['-1', '-1']))).toEqual([]);
    expect(stops(tradesOn(DAY, ['-1', '-1', '-1']))).toEqual([
      {
        rule: 'loss_streak_day',
        effect: 'stops',
        sentence: '3 losses in a row today; the rule stops at 3, until the next trading day.',
        figure: '3',
        limit: '3',
        clears_at: '2025-10-22T00:00:00.000Z',
      },
    ]);
    expect(stops(tradesOn(DAY, ['-1', '-1', '-1', '1']))).toEqual([]);
    expect(stops(tradesOn('2025-10-20', ['-1', '-1', '-1']))).toEqual([]);
  });

  it('says when the next trading day begins on the clock of the account, also when the clocks change that night', () => {
    const chicago = { ...account, zone: 'America/Chicago', session_start: '17:00' };
    const losses = ['2026-03-06', '2026-03-07'].map((at) => `${at}T23:30:00Z`);
    const trades = losses.map((at) => trade(at, at, '-1', {}, chicago));
    const rules = always({ max_losses_row_day: 1 });
    expect(stops(trades, { now: '2026-03-07T23:40:00.000Z', account: chicago, rules })).toMatchObject([
      { clears_at: '2026-03-08T22:00:00.000Z' },
    ]);
  });

  it('warns when as many days were lost as the rule allows, and stops for the week when it is broken', () => {
    const two = ['2025-10-19', '2025-10-20', DAY].flatMap((day) => tradesOn(day, ['-1']));
    const rules = always({ max_losing_weeks_streak_month: 6 });
    expect(verdict(two, { rules }).reasons).toMatchObject([{ rule: 'losing_days_week', effect: 'warns', figure: '2', limit: '2' }]);
    const three = [...tradesOn('2025-10-22', ['-1']), ...two];
    expect(stops(three, { now: '2025-10-23T18:00:00.000Z' })).toMatchObject([
      { rule: 'losing_days_week', figure: '3', clears_at: '2025-10-27T00:00:00.000Z' },
    ]);
    expect(stops(three, { now: '2025-10-27T00:00:00.000Z' })).toEqual([]);
  });

  it('warns and stops for weeks in the same way, until the next month', () => {
    const lost = ['2025-10-07', '2025-10-14', DAY].flatMap((day) => tradesOn(day, ['-1']));
    expect(verdict(lost.slice(1)).reasons).toMatchObject([{ rule: 'losing_weeks_month', effect: 'warns' }]);
    expect(stops(lost)).toMatchObject([{ rule: 'losing_weeks_month', clears_at: '2025-11-01T00:00:00.000Z' }]);
  });

  it('counts the trades that are left by the rules and by the phase, and the fewer are left', () => {
    const trades = tradesOn(DAY, ['1', '1']);
    const rules = always({ max_trades_per_day: 5 });
    expect(verdict(trades, { rules })).toMatchObject({ may_trade: true, trades_left: 3 });
    expect(verdict(trades, { rules, phase: proof })).toMatchObject({ may_trade: true, trades_left: 1 });
    expect(verdict(trades, { rules, phase: { ...proof, trades_limit: null } })).toMatchObject({ trades_left: 3 });
    expect(stops(trades, { rules: always({ max_trades_per_day: 2 }) })).toMatchObject([
      { rule: 'day_trades_exceeded', figure: '2', limit: '2', clears_at: '2025-10-22T00:00:00.000Z' },
    ]);
  });

  it('stops at the trade limit of the phase until its next session', () => {
    const next_allowed_trade = '2025-10-22T11:00:00.000Z';
    const phase = { ...proof, trades_executed: 1, next_allowed_trade };
    expect(stops([], { phase })).toMatchObject([
      { rule: 'phase_trades', sentence: 'Trade limit reached: 1 of 1 today (Proof of concept).', clears_at: next_allowed_trade },
    ]);
    expect(verdict([], { phase }).trades_left).toBe(0);
  });

  it('allows the size of the phase, and stops what is larger', () => {
    const asked = (size: string, phase = proof) => ({ phase, intended: { ...intended, size } });
    expect(verdict([], asked('100'))).toMatchObject({ may_trade: true, allowed_size: '100', reasons: [{ effect: 'limits' }] });
    expect(stops([], asked('100.01'))).toMatchObject([{ rule: 'phase_size', figure: '100.01', limit: '100' }]);
    expect(verdict([], asked('900', { ...proof, currency: 'EUR' }))).toMatchObject({ may_trade: true, allowed_size: null });
    const paper = { ...proof, name: 'Experience', paper_only: true, position_size: '0' };
    expect(verdict([], asked('900', paper))).toMatchObject({ may_trade: true, allowed_size: '0', reasons: [{ rule: 'phase_size' }] });
  });

  it('allows the least of the caps, says all of them, and stops what is more or when nothing is left', () => {
    const capped = { account: { ...account, account_max_risk_pct: '1' }, grade_cap_pct: '0.5' };
    expect(verdict([], capped)).toMatchObject({
      may_trade: true,
      allowed_risk_pct: '0.5',
      reasons: [
        { rule: 'account_cap', limit: '1' },
        { rule: 'grade_cap', limit: '0.5' },
      ],
    });
    expect(stops([], { ...capped, intended: { ...intended, risk_pct: '0.5' } })).toEqual([]);
    expect(stops([], { ...capped, intended: { ...intended, risk_pct: '0.75' } })).toMatchObject([{ rule: 'grade_cap', figure: '0.75' }]);
    expect(stops([], { grade_cap_pct: '0' })).toMatchObject([{ rule: 'grade_cap', limit: '0' }]);
  });

  it('stops when a day has lost what it may, and says so where it cannot tell', () => {
    const rules = always({
      max_loss_per_day: { kind: 'percent', pct: '1' },
      accounts: [{ account_id: ACCOUNT, size: { currency: 'USD', amount: '1000' } }],
    });
    expect(stops(tradesOn(DAY, ['-9.99']), { rules })).toEqual([]);
    expect(stops(tradesOn(DAY, ['-10']), { rules })).toMatchObject([{ rule: 'day_loss_exceeded', figure: '10', limit: '10' }]);
    const elsewhere = { ...account, id: OTHER };
    expect(verdict(tradesOn(DAY, ['-10']), { rules, account: elsewhere })).toMatchObject({
      may_trade: true,
      reasons: [{ rule: 'day_loss_exceeded', effect: 'warns', figure: null }],
    });
  });

  it('stops for the minutes of a cool-off, at most until the next day', () => {
    const rules = always({ cool_off: { after_losses: 2, minutes: 90 } });
    const losses = tradesOn(DAY, ['-1', '-1']);
    expect(stops(losses, { rules, now: `${DAY}T12:29:59.999Z` })).toMatchObject([{ clears_at: `${DAY}T12:30:00.000Z` }]);
    expect(stops(losses, { rules, now: `${DAY}T12:30:00.000Z` })).toEqual([]);
    const late = ['23:10', '23:20'].map((time) => trade(time, `${DAY}T${time}:00Z`, '-1'));
    expect(stops(late, { rules, now: `${DAY}T23:30:00.000Z` })).toMatchObject([{ clears_at: '2025-10-22T00:00:00.000Z' }]);
  });

  it('says when the hours begin again, over a weekend and a change of the clocks', () => {
    const rules = always({ allowed_hours: [{ weekdays: ['mon', 'fri'], from: '09:30', to: '16:00', zone: 'America/New_York' }] });
    const at = (now: string) => stops([], { rules, now });
    expect(at('2025-10-31T15:00:00.000Z')).toEqual([]);
    expect(at('2025-10-31T20:00:00.000Z')).toMatchObject([{ rule: 'outside_allowed_hours', clears_at: '2025-11-03T14:30:00.000Z' }]);
    expect(at('2025-11-03T14:29:00.000Z')).toMatchObject([{ clears_at: '2025-11-03T14:30:00.000Z' }]);
    expect(at('2025-10-27T20:00:00.000Z')).toMatchObject([{ clears_at: '2025-10-31T13:30:00.000Z' }]);
  });

  it('stops an instrument that is left out, once it is said which it is', () => {
    const rules = always({ allowed_instruments: { mode: 'allow', types: ['stock'], symbols: [] } });
    expect(stops([], { rules })).toEqual([]);
    expect(stops([], { rules, intended: { ...intended, instrument_types: ['future'] } })).toMatchObject([
      { rule: 'instrument_not_allowed' },
    ]);
  });

  it('stops where a prop firm would take the account back, and warns of a day that made too much', () => {
    const rules = always({
      accounts: [
        {
          account_id: ACCOUNT,
          size: { currency: 'USD', amount: '1000' },
          prop_firm: { since: '2025-09-01', trailing_drawdown: { kind: 'money', currency: 'USD', amount: '50' }, consistency_pct: '60' },
        },
      ],
    });
    expect(stops(tradesOn('2025-09-02', ['-49']), { rules })).toEqual([]);
    expect(stops(tradesOn('2025-09-02', ['-50']), { rules })).toMatchObject([{ rule: 'prop_trailing_drawdown', clears_at: null }]);
    expect(stops([...tradesOn('2025-09-02', ['-50']), ...tradesOn('2025-09-03', ['20'])], { rules })).toEqual([]);
    expect(stops([...tradesOn('2025-09-02', ['-51']), ...tradesOn('2025-09-03', ['90'])], { rules })).toHaveLength(1);
    expect(verdict(tradesOn('2025-09-02', ['5']), { rules }).reasons).toMatchObject([{ rule: 'prop_consistency', effect: 'warns' }]);
    expect(reachOf(NOW, account, rules)).toBe('2025-09-01');
  });

  it('passes on what else stands against it, and puts what stops first', () => {
    const halt = {
      rule: 'data_quality',
      effect: 'stops',
      sentence: 'A price is too old.',
      figure: null,
      limit: null,
      clears_at: null,
    } as const;
    const { may_trade, reasons } = verdict([], { halts: [halt], phase: proof });
    expect(may_trade).toBe(false);
    expect(reasons.map(({ rule }) => rule)).toEqual(['data_quality', 'phase_size']);
  });

  it('rests on nothing before the first of the month, or the Monday where that comes first', () => {
    expect(reachOf(NOW, account, undefined)).toBe('2025-10-01');
    expect(reachOf('2025-10-02T18:00:00.000Z', account, undefined)).toBe('2025-09-29');
  });
});
