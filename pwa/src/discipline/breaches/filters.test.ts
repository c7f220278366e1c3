import type { Breach, Finding } from '@taffrail/domain/discipline';
import { expect, test } from 'vitest';
import { choicesIn, filtered, inOrder, noFilters } from './filters.ts';

const breach = (id: string, days: readonly string[], rule_key: Finding['rule_key'], isWithdrawn = false) =>
  ({
    id,
    finding: { days, rule_key, date_or_week: days[0], scope: 'day' },
    recorded_at: '2026-11-20T20:00:00.000Z',
    withdrawn: isWithdrawn ? { at: '2026-11-20T21:00:00.000Z', because: 'trade_changed' } : null,
  }) as unknown as Breach;

const all = [
  breach('old', ['2025-12-31'], 'loss_streak_day'),
  breach('gone', ['2026-11-19'], 'loss_streak_day', true),
  breach('week', ['2026-10-30', '2026-11-01'], 'losing_days_week'),
  breach('new', ['2026-11-20'], 'loss_streak_day'),
];
const idsOf = (breaches: readonly Breach[]) => breaches.map(({ id }) => id);

test('the newest comes first, by the last day it is about', () => {
  expect(idsOf(inOrder(all))).toEqual(['new', 'gone', 'week', 'old']);
});

test.each([
  ['what stands, where nothing is asked', {}, ['old', 'week', 'new']],
  ['what was withdrawn', { show: 'withdrawn' as const }, ['gone']],
  ['everything', { show: 'all' as const }, ['old', 'gone', 'week', 'new']],
  ['one rule', { rule: 'losing_days_week' as const }, ['week']],
  ['a month, with what began in the one before', { month: '2026-11' }, ['week', 'new']],
  ['a year', { month: '2025' }, ['old']],
])('%s', (_, asked, ids) => {
  expect(idsOf(filtered(all, { ...noFilters, ...asked }))).toEqual(ids);
});

test('only what there is can be chosen', () => {
  expect(choicesIn(all)).toEqual({
    rules: ['loss_streak_day', 'losing_days_week'],
    months: ['2026-11', '2026-10', '2025-12'],
  });
});
