import type { Day } from '../kernel/index.ts';
import type { Finding } from './finding.ts';
import { type Period, daysOfMonth, daysOfWeek } from './period.ts';
import { tradedDay } from './results.ts';
import type { TradingRules } from './ruleBook.ts';
import { allowedHoursFindings } from './rules/allowedHours.ts';
import { allowedInstrumentsFindings } from './rules/allowedInstruments.ts';
import { coolOffFindings } from './rules/coolOff.ts';
import { dayLossFindings } from './rules/dayLoss.ts';
import { dayTradesFindings } from './rules/dayTrades.ts';
import { losingDaysFindings } from './rules/losingDaysWeek.ts';
import { losingWeeksFindings } from './rules/losingWeeksMonth.ts';
import { lossStreakFindings } from './rules/lossStreakDay.ts';
import { propFirmFindings } from './rules/propFirm.ts';
import { riskCapFindings } from './rules/riskCap.ts';
import { type RulesOverTime, latestRules, rulesOn } from './tradingRules.ts';
import type { DatedTrade } from './trade.ts';

/** What a period comes to, by the rules that counted at its end. Trades outside of it make no difference. */
export function judge({ scope, key }: Period, trades: readonly DatedTrade[], book: RulesOverTime | undefined): readonly Finding[] {
  if (scope === 'day') return judgeDay(key, trades, rulesOn(book, key));
  if (scope === 'week') return losingDaysFindings(key, trades, rulesOn(book, daysOfWeek(key).last));
  if (scope === 'month') return losingWeeksFindings(key, trades, rulesOn(book, daysOfMonth(key).last));
  if (scope === 'account') return propFirmFindings(key, trades, latestRules(book));
  const trade = trades.find(({ position_id }) => position_id === key);
  return trade === undefined ? [] : judgeTrade(trade, rulesOn(book, trade.opened_on));
}

function judgeDay(day: Day, trades: readonly DatedTrade[], rules: TradingRules): readonly Finding[] {
  const traded = tradedDay(day, trades);
  return [lossStreakFindings, dayLossFindings, dayTradesFindings, coolOffFindings].flatMap((findings) => findings(traded, rules));
}

function judgeTrade(trade: DatedTrade, rules: TradingRules): readonly Finding[] {
  return [...riskCapFindings(trade), ...allowedHoursFindings(trade, rules), ...allowedInstrumentsFindings(trade, rules)];
}
