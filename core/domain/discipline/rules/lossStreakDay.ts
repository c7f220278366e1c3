import { counted } from '../../kernel/index.ts';
import { type Finding, namedTrades } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import { type TradedDay, isLoss, resultsOf } from '../results.ts';
import type { TradingRules } from '../ruleBook.ts';
import { lastRun, tooLong } from '../runs.ts';

/** A trade that made exactly nothing ends a streak. */
export function lossStreakFindings({ day, closed }: TradedDay, { max_losses_row_day: most }: TradingRules): readonly Finding[] {
  const long = tooLong(resultsOf(closed), isLoss, most);
  if (long === undefined) return [];
  return [
    {
      rule_key: 'loss_streak_day',
      scope: 'day',
      date_or_week: day,
      days: [day],
      account_id: null,
      currency: null,
      position_ids: namedTrades(long.items.map(({ trade }) => trade)),
      figure: String(long.longest),
      limit: String(most),
      sentence: `${long.longest} losses in a row on ${day}; the rule allows ${most}.`,
    },
  ];
}

/** The streak may be reached, and the next loss would break the rule. */
export function lossStreakReasons({ today, day_ends_at }: Moment, { max_losses_row_day: most }: TradingRules): readonly Reason[] {
  const streak = lastRun(resultsOf(today.closed), isLoss).length;
  if (streak < most) return [];
  const sentence = `${counted(streak, 'loss', 'losses')} in a row today; the rule stops at ${most}, until the next trading day.`;
  return [{ rule: 'loss_streak_day', effect: 'stops', sentence, figure: String(streak), limit: String(most), clears_at: day_ends_at }];
}
