import { type Finding, type RulesOverTime, TRADING_RULES_ID, latestRules } from '@taffrail/domain/discipline';
import { type AggregateRef, type Fact, type Versioned, daysBetween } from '@taffrail/domain/kernel';
import type { NoticeDraft } from '@taffrail/sync';

/** What is found long after, in a book that was brought here or under rules that are new, is history and no news. */
const NEWS_DAYS = 7;

/** A broken rule, unless the rules say that nobody wants to hear of it. */
export function disciplineNoticesOf(fact: Fact, stateOf: (ref: AggregateRef) => Versioned | undefined): readonly NoticeDraft[] {
  if (fact.type !== 'BreachRecorded') return [];
  const { rule_key, days, sentence } = fact.payload as unknown as Finding;
  const rules = stateOf({ aggregate_type: 'trading_rules', aggregate_id: TRADING_RULES_ID })?.state as RulesOverTime | undefined;
  if (!latestRules(rules).alerts_enabled) return [];
  const lastDay = days.toSorted().at(-1) ?? '';
  if (daysBetween(lastDay, fact.recorded_at.slice(0, 10)) > NEWS_DAYS) return [];
  return [{ kind: 'rule_broken', params: { rule_key, sentence }, subject: { type: 'breach', id: fact.aggregate_id } }];
}
