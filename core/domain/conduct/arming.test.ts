import { describe, expect, it } from 'vitest';
import type { Reason, Verdict } from '../discipline/index.ts';
import { ACCOUNT, idOf } from '../discipline/testing/trades.ts';
import { type Plan, arming } from './arming.ts';

const reason = (rule: string, effect: Reason['effect'], clears_at: string | null = null): Reason => ({
  rule,
  effect,
  sentence: `${rule} says so.`,
  figure: '1',
  limit: '1',
  clears_at,
});

const verdict = (...reasons: readonly Reason[]): Verdict => ({
  may_trade: reasons.every(({ effect }) => effect !== 'stops'),
  allowed_risk_pct: null,
  allowed_size: null,
  trades_left: null,
  reasons,
});

const [position_id, override_id] = [idOf(10), idOf(11)];
const wish = { type: 'CreatePosition', aggregate_id: position_id, payload: { account_id: ACCOUNT, symbol: 'SPX', legs: [] } };
const plan: Plan = { account_id: ACCOUNT, position_id, wishes: [wish] };
const over = { override_id, reason: 'Closing a hedge' };

describe('arming a plan', () => {
  it('is what it asks for, where nothing stops it', () => {
    expect(arming(verdict(reason('account_cap', 'limits')), plan, null)).toEqual([wish]);
    expect(arming(verdict(), plan, over)).toEqual([wish]);
  });

  it('is refused with the first reason, when that clears, and all of them', () => {
    const stops = [reason('phase_trades', 'stops', '2026-03-10T11:00:00.000Z'), reason('loss_streak_day', 'stops')];
    expect(arming(verdict(...stops, reason('account_cap', 'limits')), plan, null)).toMatchObject({
      code: 'not_allowed_now',
      sentence: 'phase_trades says so. This clears at 2026-03-10T11:00:00.000Z. To go on all the same, override it and say why.',
      details: { clears_at: '2026-03-10T11:00:00.000Z', reasons: stops },
    });
    expect(arming(verdict(reason('prop_trailing_drawdown', 'stops')), plan, null)).toMatchObject({
      sentence: expect.stringContaining('This does not clear by itself.') as string,
    });
  });

  it('goes on over what stops it, which is on the record before the trade is', () => {
    const stops = reason('loss_streak_day', 'stops');
    expect(arming(verdict(stops, reason('account_cap', 'limits')), plan, over)).toEqual([
      {
        type: 'DeclareOverride',
        aggregate_id: override_id,
        payload: { account_id: ACCOUNT, position_id, reasons: [stops], reason: 'Closing a hedge' },
      },
      wish,
    ]);
  });

  it('never refuses what was filled: it happened', () => {
    const filled = { ...wish, payload: { ...wish.payload, fills: [{ price: '1', quantity: '1' }] } };
    expect(arming(verdict(reason('loss_streak_day', 'stops')), { ...plan, wishes: [filled] }, null)).toEqual([filled]);
  });
});
