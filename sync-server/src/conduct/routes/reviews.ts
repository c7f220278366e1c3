import { timeOfWeek } from '@taffrail/domain/conduct';
import { daysOfWeek, weekOf, weekReview, type Week } from '@taffrail/domain/discipline';
import { instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import {
  breachesOn,
  breachShape,
  breachView,
  listedOverride,
  listOverrides,
  listSessions,
  overrideShape,
  overrideView,
  sessionShape,
  sessionView,
} from '../../discipline/index.ts';
import { defineRoute, type Route } from '../../http/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { termsIn } from '../book.ts';
import { around, readTrades } from '../seen.ts';
import { byRuleShape, cameShape } from '../shapes.ts';

/** Far more than anybody declares, or measures, in a week. */
const MOST_OF_A_WEEK = 1_000;

const weekSchema = z
  .string()
  .regex(/^(?:19[7-9]\d|2[01]\d\d)-W(?:0[1-9]|[1-4]\d|5[0-3])$/, { error: 'a week is written 2025-W43', abort: true })
  .refine((week) => weekOf(daysOfWeek(week).first) === week, 'that year has no such week')
  .meta({ examples: ['2025-W43'] });

const reviewShape = z.strictObject({
  week: z.string(),
  from: instantSchema,
  to: instantSchema.describe('Before this moment'),
  kept: cameShape.describe('Trades under no breach'),
  broken: cameShape.describe('Trades under any'),
  by_rule: z.array(byRuleShape).describe('What came of the trades under each rule that was broken'),
  breaches: z.array(breachShape),
  overrides: z.array(overrideShape),
  sessions: z.array(sessionShape),
});

const getReview = defineRoute({
  method: 'GET',
  path: '/api/reviews/:week',
  summary: 'Review what the discipline of a week was worth',
  tag: 'Discipline',
  who: 'viewer',
  params: z.object({ week: weekSchema }),
  answers: [
    { status: 200, description: 'Breaches, overrides and sessions, and how trades with and without breaches went', schema: reviewShape },
  ],
  door: ({ workspace, params: { week } }) => ({ status: 200, body: reviewOf(workspace, week) }),
});

export const reviewRoutes: readonly Route[] = [getReview];

function reviewOf(workspace: Workspace, week: Week): z.infer<typeof reviewShape> {
  const terms = termsIn(workspace);
  const days = daysOfWeek(week);
  const { from, to } = timeOfWeek(week, terms.accounts);
  const trades = workspace.read((sql) => readTrades(sql, terms.accounts, { within: around(days) }));
  const places = workspace.read((sql) => listOverrides(sql, { from, to }, undefined, MOST_OF_A_WEEK));
  const overrides = places.map(({ id }) => listedOverride(workspace, id)).toReversed();
  const review = weekReview(week, { trades, breaches: breachesOn(workspace, days), overrides, from, to });
  return {
    ...review,
    kept: { ...review.kept, net_pnl: [...review.kept.net_pnl] },
    broken: { ...review.broken, net_pnl: [...review.broken.net_pnl] },
    by_rule: review.by_rule.map((rule) => ({ ...rule, net_pnl: [...rule.net_pnl] })),
    from,
    to,
    breaches: review.breaches.map(breachView),
    overrides: review.overrides.map(overrideView),
    sessions: listSessions(workspace, { from: days.first, to: days.last }, MOST_OF_A_WEEK).map(sessionView).toReversed(),
  };
}
