import { compare, decimal } from '@taffrail/domain/kernel';
import type { Evaluation } from '@taffrail/domain/playbooks';
import { checklist } from '../words/index.ts';

/** Which cap it is that no other is below, in words. */
export function boundBy({ risk_cap_pct, cap_breakdown: { template, grade, account }, grade: letter }: Evaluation): string {
  const isLeast = (cap: string | undefined): boolean => cap !== undefined && compare(decimal(cap), decimal(risk_cap_pct)) === 0;
  if (isLeast(grade)) return checklist.bound.grade(letter);
  return isLeast(template) ? checklist.bound.template : isLeast(account) ? checklist.bound.account : '';
}
