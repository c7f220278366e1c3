import { counted, tradingDayBounds } from '../../kernel/index.ts';
import type { Finding } from '../finding.ts';
import type { Moment } from '../moment.ts';
import { type Month, dayAfter, daysOfMonth, monthOf, weekOf } from '../period.ts';
import type { Reason } from '../reason.ts';
import { type Result, byCurrency, isLoss, netsBy, resultsWithin } from '../results.ts';
import type { TradingRules } from '../ruleBook.ts';
import { lastRun, tooLong } from '../runs.ts';
import type { DatedTrade } from '../trade.ts';

export function losingWeeksFindings(
  month: Month,
  trades: readonly DatedTrade[],
  { max_losing_weeks_streak_month: most }: TradingRules,
): readonly Finding[] {
  return weeksByCurrency(month, trades).flatMap(({ currency, results, weeks }) => {
    const long = tooLong(weeks, isLoss, most);
    if (long === undefined) return [];
    const lost = new Set(long.items.map(({ key }) => key));
    return {
      rule_key: 'losing_weeks_month',
      scope: 'month',
      date_or_week: month,
      days: [...new Set(results.map(({ day }) => day).filter((day) => lost.has(weekOf(day))))],
      account_id: null,
      currency,
      position_ids: [],
      figure: String(long.longest),
      limit: String(most),
      sentence: `${long.longest} losing weeks in a row in ${month}, in ${currency}; the rule allows ${most}.`,
    };
  });
}

export function losingWeeksReasons(
  { today, account, trades }: Moment,
  { max_losing_weeks_streak_month: most }: TradingRules,
): readonly Reason[] {
  const month = monthOf(today.day);
  const clears_at = tradingDayBounds(dayAfter(daysOfMonth(month).last), account).starts_at;
  return weeksByCurrency(month, trades).flatMap(({ currency, weeks }) => {
    const streak = lastRun(weeks, isLoss).length;
    if (streak < most) return [];
    const terms = { rule: 'losing_weeks_month', figure: String(streak), limit: String(most), clears_at };
    const so = `${counted(streak, 'losing week')} in a row this month, in ${currency}; the rule allows ${most}`;
    if (streak > most) return { ...terms, effect: 'stops', sentence: `${so}. Next trade in the next month.` };
    return { ...terms, effect: 'warns', sentence: `${so}, and one more would break it.` };
  });
}

interface Weeks {
  readonly currency: string;
  readonly results: readonly Result[];
  readonly weeks: ReturnType<typeof netsBy>;
}

/** A week that lies in two months, or in two years, counts in each of them with the days it has there. */
function weeksByCurrency(month: Month, trades: readonly DatedTrade[]): readonly Weeks[] {
  return [...byCurrency(resultsWithin(daysOfMonth(month), trades))].map(([currency, results]) => ({
    currency,
    results,
    weeks: netsBy(results, weekOf),
  }));
}
