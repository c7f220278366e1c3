import { z } from 'zod';
import { type Aggregate, type Day, type FoldedFact, type Id, type NewFact, asJson, daySchema, derivedId } from '../kernel/index.ts';
import { MOST_RULES_KEPT } from './limits.ts';
import { type TradingRules, tradingRulesSchema, usualRules } from './ruleBook.ts';

/** The rules of a book, oldest first: a day goes by those that counted on it, whatever is set later. */
export interface RulesOverTime {
  readonly sets: readonly RulesSince[];
}

const rulesSet = z.strictObject({ from: daySchema, rules: tradingRulesSchema });

export type RulesSince = z.infer<typeof rulesSet>;

export const TRADING_RULES_ID: Id = derivedId('trading_rules');

/** The first rules anybody sets also judge what came before: until then, nobody had set any. */
export function rulesOn(book: RulesOverTime | undefined, day: Day): TradingRules {
  const sets = book?.sets ?? [];
  return (sets.findLast(({ from }) => from <= day) ?? sets[0])?.rules ?? usualRules;
}

export function latestRules(book: RulesOverTime | undefined): TradingRules {
  return book?.sets.at(-1)?.rules ?? usualRules;
}

export function rulesFact(payload: RulesSince): NewFact {
  return { aggregate_type: 'trading_rules', aggregate_id: TRADING_RULES_ID, type: 'TradingRulesSet', payload: asJson(payload) };
}

export const tradingRulesAggregate: Aggregate<RulesOverTime> = { type: 'trading_rules', facts: { TradingRulesSet: rulesSet }, evolve };

/** Set twice for one day, the later set counts. */
function evolve(book: RulesOverTime | undefined, { type, payload }: FoldedFact): RulesOverTime {
  const known = book ?? { sets: [] };
  if (type !== 'TradingRulesSet') return known;
  const set = payload as RulesSince;
  return { sets: [...known.sets.filter(({ from }) => from < set.from), set].slice(-MOST_RULES_KEPT) };
}
