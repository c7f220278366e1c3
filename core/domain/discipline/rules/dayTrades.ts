import { type Finding, namedTrades } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import type { TradedDay } from '../results.ts';
import type { TradingRules } from '../ruleBook.ts';

/** A trade counts on the day it is opened, wherever it is closed. */
export function dayTradesFindings({ day, opened }: TradedDay, { max_trades_per_day: most }: TradingRules): readonly Finding[] {
  if (most === null || opened.length <= most) return [];
  return [
    {
      rule_key: 'day_trades_exceeded',
      scope: 'day',
      date_or_week: day,
      days: [day],
      account_id: null,
      currency: null,
      position_ids: namedTrades(opened.slice(most)),
      figure: String(opened.length),
      limit: String(most),
      sentence: `${opened.length} trades opened on ${day}; the rule allows ${most}.`,
    },
  ];
}

export function dayTradesReasons({ today, day_ends_at }: Moment, { max_trades_per_day: most }: TradingRules): readonly Reason[] {
  const count = today.opened.length;
  if (most === null || count < most) return [];
  const sentence = `Trade limit reached: ${count} of ${most} today.`;
  return [{ rule: 'day_trades_exceeded', effect: 'stops', sentence, figure: String(count), limit: String(most), clears_at: day_ends_at }];
}
