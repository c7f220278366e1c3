import {
  type DatedTrade,
  type Finding,
  type JudgePeriod,
  type Period,
  type RulesOverTime,
  breachId,
  judge,
  judgementId,
} from '../discipline/index.ts';
import { asJson, sameJson } from '../kernel/index.ts';
import type { Wish } from './arming.ts';

export interface PeriodAsked {
  readonly period: Period;
  /** Its own; more make no difference. */
  readonly trades: readonly DatedTrade[];
  readonly rules: RulesOverTime | undefined;
  /** What stands of it on the record. */
  readonly standing: readonly Finding[];
  readonly because: JudgePeriod['because'];
}

/** What is to be recorded about a period; null where the record says so already. */
export function judgementDue({ period, trades, rules, standing, because }: PeriodAsked): Wish | null {
  const findings = judge(period, trades, rules);
  if (areSame(findings, standing)) return null;
  const payload: JudgePeriod = { ...period, findings: [...findings], because };
  return { type: 'JudgePeriod', aggregate_id: judgementId(period), payload: asJson(payload) };
}

function areSame(found: readonly Finding[], standing: readonly Finding[]): boolean {
  const known = new Map(standing.map((finding) => [breachId(finding), finding]));
  return known.size === found.length && found.every((finding) => sameJson(finding, known.get(breachId(finding))));
}
