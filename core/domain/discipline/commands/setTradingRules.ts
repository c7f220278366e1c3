import { z } from 'zod';
import { type CommandRule, type Day, type Instant, type Refusal, daySchema, daysBetween } from '../../kernel/index.ts';
import { MOST_RULES_CHARACTERS } from '../limits.ts';
import { refusals } from '../refusals.ts';
import { tradingRulesSchema } from '../ruleBook.ts';
import { type RulesOverTime, TRADING_RULES_ID, rulesFact } from '../tradingRules.ts';

export const setTradingRulesPayload = z.strictObject({
  rules: tradingRulesSchema,
  from: daySchema.describe("The trader's day: the first that goes by these rules"),
});

export type SetTradingRules = z.infer<typeof setTradingRulesPayload>;

/** A trading day is at most so far from the day in UTC, wherever the trader is. */
const MOST_DAYS_APART = 2;

export const setTradingRules: CommandRule<RulesOverTime | undefined, SetTradingRules> = {
  type: 'SetTradingRules',
  aggregate: 'trading_rules',
  stance: 'puts',
  payload: setTradingRulesPayload,
  decide({ aggregate_id, state, payload: { rules, from }, occurred_at }) {
    if (aggregate_id !== TRADING_RULES_ID) return refusals.rules_id_differs({ rules_id: aggregate_id, expected_id: TRADING_RULES_ID });
    const characters = JSON.stringify(rules).length;
    if (characters > MOST_RULES_CHARACTERS) return refusals.rules_too_long({ characters });
    const latest = state?.sets.at(-1);
    if (latest && JSON.stringify(latest.rules) === JSON.stringify(rules)) return refusals.rules_unchanged({ from: latest.from });
    const problem = dayProblem(from, occurred_at);
    // A device in another zone may have gone on to the next day already; what is set last counts last.
    return problem ?? [rulesFact({ rules, from: latest && latest.from > from ? latest.from : from })];
  },
};

function dayProblem(from: Day, at: Instant): Refusal | undefined {
  const today = at.slice(0, 10);
  return Math.abs(daysBetween(today, from)) > MOST_DAYS_APART ? refusals.rules_not_from_today({ from, today }) : undefined;
}
