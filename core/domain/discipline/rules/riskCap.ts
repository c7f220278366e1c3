import { compare, decimal } from '../../kernel/index.ts';
import type { Finding } from '../finding.ts';
import type { DatedTrade } from '../trade.ts';

/** Judged on the day the trade is closed: until then what was meant to be risked, and what was allowed, may still be put right. */
export function riskCapFindings({ position_id, account_id, symbol, closed_on, intended_risk_pct, risk_cap_pct }: DatedTrade): Finding[] {
  if (closed_on === null || intended_risk_pct === null || risk_cap_pct === null) return [];
  if (compare(decimal(intended_risk_pct), decimal(risk_cap_pct)) <= 0) return [];
  return [
    {
      rule_key: 'risk_cap_exceeded',
      scope: 'trade',
      date_or_week: closed_on,
      days: [closed_on],
      account_id,
      currency: null,
      position_ids: [position_id],
      figure: intended_risk_pct,
      limit: risk_cap_pct,
      sentence: `${intended_risk_pct} % was meant to be risked on ${symbol}; ${risk_cap_pct} % was allowed.`,
    },
  ];
}
