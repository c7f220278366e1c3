import { counted, tradingDayBounds } from '../../kernel/index.ts';
import type { Finding } from '../finding.ts';
import type { Moment } from '../moment.ts';
import { type Week, dayAfter, daysOfWeek, weekOf } from '../period.ts';
import type { Reason } from '../reason.ts';
import { byCurrency, isLoss, netsBy, resultsWithin } from '../results.ts';
import type { TradingRules } from '../ruleBook.ts';
import { lastRun, tooLong } from '../runs.ts';
import type { DatedTrade } from '../trade.ts';

export function losingDaysFindings(
  week: Week,
  trades: readonly DatedTrade[],
  { max_losing_days_streak_week: most }: TradingRules,
): readonly Finding[] {
  return daysByCurrency(week, trades).flatMap(({ currency, days }) => {
    const long = tooLong(days, isLoss, most);
    if (long === undefined) return [];
    return {
      rule_key: 'losing_days_week',
      scope: 'week',
      date_or_week: week,
      days: long.items.map(({ key }) => key),
      account_id: null,
      currency,
      position_ids: [],
      figure: String(long.longest),
      limit: String(most),
      sentence: `${long.longest} losing days in a row in ${week}, in ${currency}; the rule allows ${most}.`,
    };
  });
}

/** A streak that is reached warns, because today may still end well; one that is too long stops. */
export function losingDaysReasons(
  { today, account, trades }: Moment,
  { max_losing_days_streak_week: most }: TradingRules,
): readonly Reason[] {
  const week = weekOf(today.day);
  const clears_at = tradingDayBounds(dayAfter(daysOfWeek(week).last), account).starts_at;
  return daysByCurrency(week, trades).flatMap(({ currency, days }) => {
    const streak = lastRun(days, isLoss).length;
    if (streak < most) return [];
    const terms = { rule: 'losing_days_week', figure: String(streak), limit: String(most), clears_at };
    const so = `${counted(streak, 'losing day')} in a row this week, in ${currency}; the rule allows ${most}`;
    if (streak > most) return { ...terms, effect: 'stops', sentence: `${so}. Next trade in the next week.` };
    return { ...terms, effect: 'warns', sentence: `${so}, and one more would break it.` };
  });
}

/** What every day with a result made, for each currency. A day off neither counts nor ends a streak. */
function daysByCurrency(week: Week, trades: readonly DatedTrade[]) {
  return [...byCurrency(resultsWithin(daysOfWeek(week), trades))].map(([currency, results]) => ({
    currency,
    days: netsBy(results, (day) => day),
  }));
}
