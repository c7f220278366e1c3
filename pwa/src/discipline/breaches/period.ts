import { daysOfMonth, daysOfWeek, type Finding } from '@taffrail/domain/discipline';
import type { Formats } from '@taffrail/ui';
import { breaches as words } from '../../words/index.ts';

/** What was judged as one, as a person says it. */
export function periodName({ scope, date_or_week }: Pick<Finding, 'scope' | 'date_or_week'>, formats: Formats): string {
  if (scope === 'week') return words.week(String(Number(date_or_week.slice(6))), date_or_week.slice(0, 4));
  if (scope === 'month') return formats.month(daysOfMonth(date_or_week).first);
  return formats.day(date_or_week);
}

/** The last day that it is about: by this breaches stand in their order. */
export function lastDayOf({ scope, date_or_week, days }: Finding): string {
  const last = days.at(-1);
  if (last !== undefined) return last;
  return scope === 'week' ? daysOfWeek(date_or_week).last : date_or_week;
}
