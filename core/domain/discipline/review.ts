import type { Instant } from '../kernel/index.ts';
import type { Breach } from './breach.ts';
import { type RuleKey, ruleKeys } from './finding.ts';
import type { Override } from './override.ts';
import { type Week, daysOfWeek, isWithin } from './period.ts';
import { type Net, type Result, netsOf, resultsWithin } from './results.ts';
import type { DatedTrade } from './trade.ts';

/** How a group of trades went. */
interface Came {
  readonly trades: number;
  readonly net_pnl: readonly Net[];
}

export interface WeekReview {
  readonly week: Week;
  /** Trades of the week under no breach, and under any. */
  readonly kept: Came;
  readonly broken: Came;
  /** What came of the trades under each rule that was broken; one trade may be under several. */
  readonly by_rule: readonly (Came & { readonly rule_key: RuleKey; readonly breaches: number })[];
  readonly breaches: readonly Breach[];
  readonly overrides: readonly Override[];
}

export interface WeekStory {
  readonly trades: readonly DatedTrade[];
  readonly breaches: readonly Breach[];
  readonly overrides: readonly Override[];
  /** From the first moment of the week to the first of the next, on the trader's clock. */
  readonly from: Instant;
  readonly to: Instant;
}

/** What a week's discipline was worth. */
export function weekReview(week: Week, { trades, breaches, overrides, from, to }: WeekStory): WeekReview {
  const days = daysOfWeek(week);
  const results = resultsWithin(days, trades);
  const standing = breaches.filter(({ withdrawn, finding }) => withdrawn === null && finding.days.some((day) => isWithin(day, days)));
  const under = (result: Result): boolean => standing.some((breach) => concerns(breach, result));
  const rules = ruleKeys.filter((key) => standing.some(({ finding }) => finding.rule_key === key));
  return {
    week,
    kept: cameOf(results.filter((result) => !under(result))),
    broken: cameOf(results.filter(under)),
    by_rule: rules.map((rule_key) => {
      const own = standing.filter(({ finding }) => finding.rule_key === rule_key);
      return { rule_key, breaches: own.length, ...cameOf(results.filter((result) => own.some((breach) => concerns(breach, result)))) };
    }),
    breaches: standing,
    overrides: overrides.filter(({ declared_at }) => declared_at >= from && declared_at < to),
  };
}

/** A breach that names no trade is about all of its days. */
export function concerns({ finding }: Breach, { trade, day }: Omit<Result, 'net'>): boolean {
  if (finding.position_ids.length > 0) return finding.position_ids.includes(trade.position_id);
  const inside = finding.currency === null || finding.currency === trade.currency;
  return inside && (finding.account_id ?? trade.account_id) === trade.account_id && finding.days.includes(day);
}

function cameOf(results: readonly Result[]): Came {
  return { trades: results.length, net_pnl: netsOf(results) };
}
