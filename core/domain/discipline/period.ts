import type { Day, Id } from '../kernel/index.ts';
import type { DatedTrade } from './trade.ts';

export const scopes = ['day', 'week', 'month', 'trade', 'account'] as const;

export type Scope = (typeof scopes)[number];

/** What is judged as one: a day `2025-10-21`, an ISO week `2025-W43`, a month `2025-10`, or by its id a trade or an account. */
export interface Period {
  readonly scope: Scope;
  readonly key: string;
}

export type Week = string;
export type Month = string;

export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** The week belongs to the year that has its Thursday, so its name may differ from the year of its days. */
export function weekOf(day: Day): Week {
  const date = Temporal.PlainDate.from(day);
  const { yearOfWeek = date.year, weekOfYear = 1 } = date;
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function daysOfWeek(week: Week): Days {
  // The fourth of January is always in the first week.
  const inFirst = Temporal.PlainDate.from({ year: Number(week.slice(0, 4)), month: 1, day: 4 });
  const monday = inFirst.subtract({ days: inFirst.dayOfWeek - 1 }).add({ weeks: Number(week.slice(6)) - 1 });
  return { first: monday.toString(), last: monday.add({ days: 6 }).toString() };
}

export function daysOfMonth(month: Month): Days {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return { first: first.toString(), last: first.with({ day: first.daysInMonth }).toString() };
}

export function dayAfter(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

export function isWithin(day: Day | null, { first, last }: Days): boolean {
  return day !== null && day >= first && day <= last;
}

/** Everything that a trade has a part in. Whatever changes about it, the periods before and after the change are judged again. */
export function periodsOf({ position_id, account_id, opened_on, closed_on }: DatedTrade): readonly Period[] {
  const days = [...new Set([opened_on, closed_on ?? opened_on])];
  return [
    { scope: 'trade', key: position_id },
    ...days.map((key) => ({ scope: 'day' as const, key })),
    ...(closed_on === null ? [] : resultPeriods(account_id, closed_on)),
  ];
}

/** Only results count in what is longer than a day. */
function resultPeriods(accountId: Id, closedOn: Day): readonly Period[] {
  return [
    { scope: 'week', key: weekOf(closedOn) },
    { scope: 'month', key: monthOf(closedOn) },
    { scope: 'account', key: accountId },
  ];
}
