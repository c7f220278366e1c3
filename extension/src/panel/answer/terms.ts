import { boundBy, riskAmountText, sizeText, tradesLeftText } from '@taffrail/face';
import type { Formats } from '@taffrail/ui';
import type { PlanNow } from '../../app/index.ts';
import { answer as words } from '../../words/index.ts';

/** What the plan risks of what it may; empty where nothing limits that. */
export function riskLine({ verdict, checklist, intended_risk_pct: meant }: PlanNow, formats: Formats): string {
  const most = verdict?.allowed_risk_pct ?? null;
  if (most === null) return '';
  const bound = checklist?.evaluation.risk_cap_pct === most ? ` ${boundBy(checklist.evaluation)}` : '';
  const limit = `${formats.percent(most)}${bound}`;
  return meant === null ? words.risk(limit) : words.risks(formats.percent(meant), limit);
}

/** The same in money, and whatever else is limited. */
export function limitsText({ verdict, account }: PlanNow, formats: Formats): string {
  if (verdict === null || account === null) return '';
  const { allowed_risk_pct: most, allowed_size, trades_left } = verdict;
  return [
    ...(trades_left === null ? [] : [words.left(tradesLeftText(verdict, formats))]),
    ...(most === null || account.size === null ? [] : [words.amount(riskAmountText(most, account.size, formats))]),
    ...(allowed_size === null ? [] : [words.size(sizeText(verdict, account.currency, formats))]),
  ].join(' · ');
}
