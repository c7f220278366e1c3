import { setTradingRulesPayload } from '@taffrail/domain/discipline';
import { derivedId, type Versioned } from '@taffrail/domain/kernel';
import { beginPhasesPayload } from '@taffrail/domain/phases';
import type { Account } from '@taffrail/domain/tradelog';
import { expect, it } from 'vitest';
import { usualFirst, wishesOf } from './firstRules.ts';

const account = (name: string, account_max_risk_pct: string | null): Versioned<Account> => ({
  version: 3,
  state: {
    id: derivedId(name),
    name,
    broker: name,
    currency: 'USD',
    zone: 'America/New_York',
    session_start: '17:00',
    account_max_risk_pct,
    closed: false,
  },
});

const NOW = '2026-03-02T23:30:00.000Z';

it('one tap is enough: what is filled in are rules and a phase, from the day it is in the account', () => {
  const accounts = [account('margin', null)];
  const [cap, rules, phase, ...more] = wishesOf(usualFirst(accounts), accounts, false, NOW);
  expect(cap).toMatchObject({ type: 'ChangeAccount', payload: { account_max_risk_pct: '1' }, expected_version: 3 });
  expect(setTradingRulesPayload.parse(rules?.payload)).toMatchObject({
    from: '2026-03-03',
    rules: { max_losses_row_day: 3, accounts: [] },
  });
  expect(beginPhasesPayload.parse(phase?.payload)).toEqual({ phase: 'experience', operator_id: null });
  expect(more).toEqual([]);
});

it('a cap that an account has stays, and phases that have begun are not begun again', () => {
  const accounts = [account('margin', '2')];
  const said = usualFirst(accounts);
  const sized = { ...said, caps: { [derivedId('margin')]: { size: '25000', maxRisk: '2' } } };
  const wishes = wishesOf(sized, accounts, true, NOW);
  expect(wishes.map(({ type }) => type)).toEqual(['SetTradingRules']);
  expect(wishes[0]?.payload).toMatchObject({ rules: { accounts: [{ size: { currency: 'USD', amount: '25000' }, prop_firm: null }] } });
});
