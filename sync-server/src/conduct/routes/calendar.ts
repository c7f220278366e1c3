import { type Days, calendarOf, heatOf } from '@taffrail/domain/discipline';
import { daySchema, daysBetween, idSchema, type Id } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { breachesOn } from '../../discipline/index.ts';
import { defineRoute, type Route } from '../../http/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { termsIn } from '../book.ts';
import { doorRefusals } from '../refusals.ts';
import { around, readTrades } from '../seen.ts';
import { calendarShape } from '../shapes.ts';

const MOST_DAYS = 800;

const getCalendar = defineRoute({
  method: 'GET',
  path: '/api/metrics/calendar',
  summary: 'See days, weeks and months with what they made and which rules were broken',
  description: 'A trade counts on the trading day of its account. Days on which nothing happened are left out.',
  tag: 'Discipline',
  who: 'viewer',
  query: z.object({
    from: daySchema,
    to: daySchema.describe('The last day, which counts'),
    account_id: idSchema.optional().describe('Only what was traded there, and what is about all accounts'),
  }),
  answers: [{ status: 200, description: 'The calendar', schema: calendarShape }],
  door({ workspace, query: { from, to, account_id } }) {
    const days = daysBetween(from, to) + 1;
    if (days < 1) return doorRefusals.days_in_wrong_order({ from, to });
    if (days > MOST_DAYS) return doorRefusals.too_many_days({ days, limit: MOST_DAYS });
    return { status: 200, body: calendarIn(workspace, { first: from, last: to }, account_id) };
  },
});

export const calendarRoutes: readonly Route[] = [getCalendar];

function calendarIn(workspace: Workspace, days: Days, accountId: Id | undefined) {
  const { accounts } = termsIn(workspace);
  const which = { within: around(days), ...(accountId !== undefined && { account_id: accountId }) };
  const trades = workspace.read((sql) => readTrades(sql, accounts, which));
  const isOfThese = (id: Id | null): boolean => accountId === undefined || id === null || id === accountId;
  const breaches = breachesOn(workspace, days).filter(({ finding }) => isOfThese(finding.account_id));
  const calendar = calendarOf(days, trades, breaches);
  const currencies = calendar.total.net_pnl.map(({ currency }) => currency);
  return { ...calendar, heat: Object.fromEntries(currencies.map((currency) => [currency, heatOf(calendar, currency)])) };
}
