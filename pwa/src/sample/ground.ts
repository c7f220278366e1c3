import { asJson, type Day, type Id, type Instant } from '@taffrail/domain/kernel';
import { type SetTradingRules, TRADING_RULES_ID, tradingRulesSchema } from '@taffrail/domain/discipline';
import { type BeginPhases, phaseProgressId, usualSettings } from '@taffrail/domain/phases';
import type { Wish } from '@taffrail/replica';
import { sample as words } from '../words/index.ts';

const newYork = { broker: 'Paper', currency: 'USD', zone: usualSettings.zone, session_start: '00:00' } as const;

const accounts = {
  swing: { ...newYork, account_max_risk_pct: '1' },
  futures: { ...newYork, zone: 'America/Chicago', session_start: '17:00', account_max_risk_pct: '1.5' },
  options: { ...newYork, account_max_risk_pct: '2' },
} as const;

const sizes = { swing: '10000', futures: '8000', options: '10000' } as const;

export type AccountIds = { readonly [Name in keyof typeof accounts]: Id };

const names = Object.keys(accounts) as (keyof typeof accounts)[];

export function openings(ids: AccountIds, at: Instant): readonly Wish[] {
  return names.map((name) => ({
    type: 'OpenAccount',
    aggregate_id: ids[name],
    payload: { name: words.accounts[name], ...accounts[name] },
    occurred_at: at,
  }));
}

/** What the made-up trader set out to keep to, on the first day. */
export function rules(ids: AccountIds, day: Day, at: Instant): Wish {
  const payload: SetTradingRules = {
    from: day,
    rules: tradingRulesSchema.parse({
      max_trades_per_day: 4,
      max_loss_per_day: { kind: 'percent', pct: '3' },
      cool_off: { after_losses: 2, minutes: 60 },
      accounts: names.map((name) => ({ account_id: ids[name], size: { currency: 'USD', amount: sizes[name] } })),
    }),
  };
  return { type: 'SetTradingRules', aggregate_id: TRADING_RULES_ID, payload: asJson(payload), occurred_at: at };
}

export function beginning(at: Instant): Wish {
  const payload: BeginPhases = { phase: 'experience', operator_id: null };
  return { type: 'BeginPhases', aggregate_id: phaseProgressId, payload: asJson(payload), occurred_at: at };
}
