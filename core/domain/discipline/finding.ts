import { z } from 'zod';
import { type Id, daySchema, decimalSchema, derivedId, idSchema } from '../kernel/index.ts';
import { LONGEST_SENTENCE, MOST_TRADES_NAMED } from './limits.ts';
import { scopes } from './period.ts';

export const ruleKeys = [
  'loss_streak_day',
  'losing_days_week',
  'losing_weeks_month',
  'risk_cap_exceeded',
  'day_loss_exceeded',
  'day_trades_exceeded',
  'cool_off_ignored',
  'outside_allowed_hours',
  'instrument_not_allowed',
  'prop_daily_loss',
  'prop_trailing_drawdown',
  'prop_consistency',
] as const;

export type RuleKey = (typeof ruleKeys)[number];

const figureSchema = decimalSchema({ places: 24, whole: 30 });

/** That a rule was broken: where, by how much, and what the rule allows. */
export const findingSchema = z.strictObject({
  rule_key: z.enum(ruleKeys),
  scope: z.enum(scopes),
  date_or_week: z
    .string()
    .regex(/^\d{4}-(?:\d{2}(?:-\d{2})?|W\d{2})$/, 'a day is written 2025-10-21, a week 2025-W43, a month 2025-10')
    .meta({ examples: ['2025-W43'] }),
  days: z.array(daySchema).min(1).max(31).describe('The days that the calendar marks'),
  account_id: idSchema.nullable().describe('Where the rule is about one account'),
  currency: z.string().nullable().describe('Where the rule is about money'),
  position_ids: z.array(idSchema).max(MOST_TRADES_NAMED),
  figure: figureSchema,
  limit: figureSchema,
  sentence: z.string().max(LONGEST_SENTENCE),
});

export type Finding = z.infer<typeof findingSchema>;

/** The same rule broken in the same place is one breach, whatever its figures come to. */
export function breachId({ rule_key, scope, date_or_week, account_id, currency, position_ids }: Finding): Id {
  // A trade keeps its breach when a correction moves it to another day, and an account whenever it first went too far.
  const where = { day: date_or_week, week: date_or_week, month: date_or_week, trade: position_ids[0] ?? '', account: account_id ?? '' };
  return derivedId('breach', rule_key, scope, where[scope], account_id ?? '', currency ?? '');
}

export function namedTrades(trades: readonly { readonly position_id: Id }[]): Id[] {
  return trades.slice(0, MOST_TRADES_NAMED).map(({ position_id }) => position_id);
}
