import { type TradingRules, tradingRulesSchema, usualRules } from '@taffrail/domain/discipline';
import { derivedId } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { expect, it } from 'vitest';
import { draftOf, rulesOf } from './rulesDraft.ts';

const account = (name: string, currency = 'USD', closed = false): Account => ({
  id: derivedId(name),
  name,
  broker: name,
  currency,
  zone: 'America/New_York',
  session_start: '00:00',
  account_max_risk_pct: '1',
  closed,
});

const accounts = [account('stocks'), account('futures', 'EUR'), account('old', 'USD', true)];

const allRules: TradingRules = tradingRulesSchema.parse({
  max_losses_row_day: 4,
  max_loss_per_day: { kind: 'money', currency: 'EUR', amount: '250.5' },
  max_trades_per_day: 2,
  cool_off: { after_losses: 2, minutes: 30 },
  allowed_hours: [{ weekdays: ['mon', 'fri'], from: '22:00', to: '02:00', zone: 'Asia/Tokyo' }],
  allowed_instruments: { mode: 'deny', types: ['future'], symbols: ['GME'] },
  alerts_enabled: false,
  accounts: [
    {
      account_id: derivedId('old'),
      size: { currency: 'USD', amount: '50000' },
      prop_firm: { since: '2026-01-02', trailing_drawdown: { kind: 'percent', pct: '4' }, consistency_pct: '30' },
    },
  ],
});

it.each([usualRules, allRules])('what was set comes back as it was when nothing is changed', (rules) => {
  expect(rulesOf(draftOf(rules, accounts))).toEqual(rules);
});

it('a closed account is shown only while the rules speak of it', () => {
  expect(draftOf(usualRules, accounts).accounts.map(({ name }) => name)).toEqual(['stocks', 'futures']);
  expect(draftOf(allRules, accounts).accounts.map(({ name }) => name)).toEqual(['stocks', 'futures', 'old']);
});

it('an account whose size is taken back is no longer in the rules, nor is what its firm asked for', () => {
  const draft = draftOf(allRules, accounts);
  const without = draft.accounts.map((one) => ({ ...one, size: undefined }));
  expect(rulesOf({ ...draft, accounts: without }).accounts).toEqual([]);
});

it('what is not a limit yet is refused by the rules, at its own place', () => {
  const draft = draftOf(usualRules, accounts);
  const refused = tradingRulesSchema.safeParse(rulesOf({ ...draft, lossesInRow: '1.5', dayLoss: { ...draft.dayLoss, kind: 'money' } }));
  expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['max_losses_row_day', 'max_loss_per_day.amount']);
});
