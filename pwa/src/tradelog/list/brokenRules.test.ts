import type { Breach, RuleKey } from '@taffrail/domain/discipline';
import { derivedId } from '@taffrail/domain/kernel';
import { expect, it } from 'vitest';
import { breachFilters, brokenIn, isBroken } from './brokenRules.ts';

const breach = (rule_key: RuleKey, position_ids: string[], isWithdrawn = false): Breach => ({
  id: derivedId(rule_key, ...position_ids),
  finding: {
    rule_key,
    scope: 'day',
    date_or_week: '2026-03-02',
    days: ['2026-03-02'],
    account_id: null,
    currency: null,
    position_ids,
    figure: '2',
    limit: '1',
    sentence: '',
  },
  recorded_at: '2026-03-02T20:00:00.000Z',
  withdrawn: isWithdrawn ? { at: '2026-03-03T20:00:00.000Z', because: 'trade_changed' } : null,
});

it('a trade has each rule it broke once, and none that was withdrawn', () => {
  const brokenOf = brokenIn([
    breach('loss_streak_day', ['a', 'b']),
    breach('risk_cap_exceeded', ['a']),
    breach('loss_streak_day', ['a']),
    breach('day_loss_exceeded', ['b'], true),
  ]);
  expect(brokenOf('a')).toEqual(['loss_streak_day', 'risk_cap_exceeded']);
  expect(brokenOf('b')).toEqual(['loss_streak_day']);
  expect(brokenOf('c')).toEqual([]);
});

it('a list asks for some rule, for none, or for one of them', () => {
  const wantedOf = (broken: readonly RuleKey[]) => breachFilters.filter((wanted) => isBroken(broken, wanted));
  expect(wantedOf([])).toEqual(['none']);
  expect(wantedOf(['cool_off_ignored'])).toEqual(['any', 'cool_off_ignored']);
});
