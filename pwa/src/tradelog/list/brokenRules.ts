import { type Breach, type RuleKey, ruleKeys } from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';

/** Which rules each trade broke, each once; what was withdrawn was not broken. */
export type BrokenOf = (positionId: Id) => readonly RuleKey[];

const NONE: readonly RuleKey[] = [];

export function brokenIn(breaches: readonly Breach[]): BrokenOf {
  const broken = new Map<Id, RuleKey[]>();
  for (const { finding, withdrawn } of breaches) {
    if (withdrawn !== null) continue;
    for (const id of finding.position_ids) {
      const known = broken.get(id) ?? [];
      if (!known.includes(finding.rule_key)) broken.set(id, [...known, finding.rule_key]);
    }
  }
  return (id) => broken.get(id) ?? NONE;
}

/** Some rule, none at all, or one of them. */
export const breachFilters = ['any', 'none', ...ruleKeys] as const;

export type BreachFilter = (typeof breachFilters)[number];

export function isBroken(broken: readonly RuleKey[], wanted: BreachFilter): boolean {
  if (wanted === 'any') return broken.length > 0;
  return wanted === 'none' ? broken.length === 0 : broken.includes(wanted);
}
