import { z } from 'zod';
import {
  type CommandRule,
  type Day,
  type Instant,
  type Refusal,
  type World,
  daySchema,
  daysBetween,
  kernelRefusals,
} from '../../kernel/index.ts';
import { MOST_RULES_CHARACTERS } from '../limits.ts';
import { refusals } from '../refusals.ts';
import { type TradingRules, tradingRulesSchema } from '../ruleBook.ts';
import { isSame } from '../same.ts';
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
  reads: ({ payload }) => payload.rules.accounts.map(({ account_id }) => ({ aggregate_type: 'account', aggregate_id: account_id })),
  decide({ aggregate_id, state, payload: { rules, from }, occurred_at }, world) {
    if (aggregate_id !== TRADING_RULES_ID) return refusals.rules_id_differs({ rules_id: aggregate_id, expected_id: TRADING_RULES_ID });
    const characters = JSON.stringify(rules).length;
    if (characters > MOST_RULES_CHARACTERS) return refusals.rules_too_long({ characters });
    const latest = state?.sets.at(-1);
    if (latest && isSame(tradingRulesSchema, latest.rules, rules)) return refusals.rules_unchanged({ from: latest.from });
    const problem = dayProblem(from, occurred_at) ?? sizesProblem(rules, world);
    // A device in another zone may have gone on to the next day already; what is set last counts last.
    return problem ?? [rulesFact({ rules, from: latest && latest.from > from ? latest.from : from })];
  },
};

function dayProblem(from: Day, at: Instant): Refusal | undefined {
  const today = at.slice(0, 10);
  return Math.abs(daysBetween(today, from)) > MOST_DAYS_APART ? refusals.rules_not_from_today({ from, today }) : undefined;
}

function sizesProblem({ accounts }: TradingRules, world: World): Refusal | undefined {
  for (const { account_id, size } of accounts) {
    const account = world.read<{ readonly currency: string }>('account', account_id);
    if (account === undefined) return kernelRefusals.not_found({ noun: 'account', id: account_id });
    const { currency } = account;
    if (currency !== size.currency) return refusals.size_in_another_currency({ account_id, currency, size_currency: size.currency });
  }
  return undefined;
}
