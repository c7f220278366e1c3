import type { Day } from '../kernel/index.ts';
import type { Breach } from './breach.ts';
import type { RuleKey } from './finding.ts';
import { type Days, type Month, type Week, isWithin, monthOf, weekOf } from './period.ts';
import { type Net, type Result, netsOf, resultsWithin } from './results.ts';
import type { DatedTrade } from './trade.ts';

interface Totals {
  /** Closed there, whatever is known of their results. */
  readonly trades: number;
  readonly opened: number;
  readonly net_pnl: readonly Net[];
}

export interface CalendarDay extends Totals {
  readonly date: Day;
  readonly breaches: readonly RuleKey[];
  readonly reasons: readonly { readonly rule_key: RuleKey; readonly breach_id: string; readonly sentence: string }[];
}

/** The days on which anything happened or any rule was broken, and what they add up to. */
export interface Calendar {
  readonly days: readonly CalendarDay[];
  readonly weeks: readonly (Totals & { readonly week: Week })[];
  readonly months: readonly (Totals & { readonly month: Month })[];
  readonly total: Totals;
}

export function calendarOf(within: Days, trades: readonly DatedTrade[], breaches: readonly Breach[]): Calendar {
  const counted = entriesIn(within, trades);
  const marks = marksIn(within, breaches);
  const days = [...new Set([...counted.map(({ day }) => day), ...marks.map(({ day }) => day)])].toSorted();
  const entriesOf = groups(counted, ({ day }) => day);
  const marksOf = groups(marks, ({ day }) => day);
  return {
    days: days.map((date) => calendarDay(date, entriesOf(date), marksOf(date))),
    weeks: totalsBy(counted, weekOf).map(([week, totals]) => ({ week, ...totals })),
    months: totalsBy(counted, monthOf).map(([month, totals]) => ({ month, ...totals })),
    total: totalsOf(counted),
  };
}

/** A trade opened, a trade closed, or both, on one day. */
interface Entry {
  readonly day: Day;
  readonly opened: number;
  readonly closed: number;
  readonly result: Result | undefined;
}

function entriesIn(within: Days, trades: readonly DatedTrade[]): readonly Entry[] {
  const results = new Map(resultsWithin(within, trades).map((result) => [result.trade.position_id, result]));
  return trades.flatMap(({ position_id, opened_on, closed_on }) => [
    ...(isWithin(opened_on, within) ? [{ day: opened_on, opened: 1, closed: 0, result: undefined }] : []),
    ...(closed_on !== null && isWithin(closed_on, within)
      ? [{ day: closed_on, opened: 0, closed: 1, result: results.get(position_id) }]
      : []),
  ]);
}

interface Mark {
  readonly day: Day;
  readonly breach: Breach;
}

/** What was withdrawn is on the record, and no longer on the calendar. */
function marksIn(within: Days, breaches: readonly Breach[]): readonly Mark[] {
  return breaches
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap((breach) => breach.finding.days.filter((day) => isWithin(day, within)).map((day) => ({ day, breach })))
    .toSorted((a, b) => (markOrder(a) < markOrder(b) ? -1 : 1));
}

const markOrder = ({ breach }: Mark): string => `${breach.finding.rule_key} ${breach.id}`;

function calendarDay(date: Day, entries: readonly Entry[], marks: readonly Mark[]): CalendarDay {
  return {
    date,
    ...totalsOf(entries),
    breaches: [...new Set(marks.map(({ breach }) => breach.finding.rule_key))],
    reasons: marks.map(({ breach: { id, finding } }) => ({ rule_key: finding.rule_key, breach_id: id, sentence: finding.sentence })),
  };
}

function totalsOf(entries: readonly Entry[]): Totals {
  return {
    trades: entries.reduce((sum, { closed }) => sum + closed, 0),
    opened: entries.reduce((sum, { opened }) => sum + opened, 0),
    net_pnl: netsOf(entries.flatMap(({ result }) => result ?? [])),
  };
}

function totalsBy(entries: readonly Entry[], name: (day: Day) => string): readonly (readonly [string, Totals])[] {
  return [...Map.groupBy(entries, ({ day }) => name(day))]
    .map(([key, some]) => [key, totalsOf(some)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function groups<T>(list: readonly T[], name: (item: T) => string): (name: string) => readonly T[] {
  const byName = Map.groupBy(list, name);
  return (key) => byName.get(key) ?? [];
}
