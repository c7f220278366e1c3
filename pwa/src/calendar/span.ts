import { type Days, daysOfMonth, type Month } from '@taffrail/domain/discipline';

export const views = ['month', 'year', 'heat'] as const;

export type View = (typeof views)[number];

export function isMonth(text: string): boolean {
  return /^(?:19[7-9]\d|2[01]\d\d)-(?:0[1-9]|1[0-2])$/.test(text);
}

/** The days that a view shows of the month, or of the year, that one is at. */
export function spanOf(view: View, month: Month): Days {
  if (view === 'month') return daysOfMonth(month);
  const year = month.slice(0, 4);
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** So many steps of a view away. A year away it is the same month. */
export function monthAfter(view: View, month: Month, steps: number): Month {
  const months = view === 'month' ? steps : steps * 12;
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

export function monthsOfYear(month: Month): readonly Month[] {
  const year = month.slice(0, 4);
  return Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`);
}
