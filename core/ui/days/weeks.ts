import type { Day } from '@taffrail/domain/kernel';

/** The weeks that have any of these days, each whole, from Monday to Sunday. */
export function weeksOf(first: Day, last: Day): readonly (readonly Day[])[] {
  const weeks: (readonly Day[])[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = daysAfter(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => daysAfter(monday, days)));
  }
  return weeks;
}

function mondayOf(day: Day): Day {
  return daysAfter(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

function daysAfter(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Weeks stand below each other, as on a calendar, or side by side, as on a chart. */
export type Flow = 'rows' | 'columns';

interface Reach {
  readonly first: Day;
  readonly last: Day;
  readonly flow: Flow;
  readonly isRtl: boolean;
}

/** The day that a key leads to, which may be one that is not in sight. */
export function dayByKey(key: string, day: Day, { first, last, flow, isRtl }: Reach): Day | undefined {
  const [along, across] = flow === 'rows' ? [1, 7] : [7, 1];
  const forwards = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backwards = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const days = { [forwards]: along, [backwards]: -along, ArrowDown: across, ArrowUp: -across }[key];
  if (days !== undefined) return daysAfter(day, days);
  const months = { PageDown: 1, PageUp: -1 }[key];
  if (months !== undefined) return Temporal.PlainDate.from(day).add({ months }).toString();
  const monday = mondayOf(day);
  if (key === 'Home') return monday < first ? first : monday;
  if (key !== 'End') return undefined;
  const sunday = daysAfter(monday, 6);
  return sunday > last ? last : sunday;
}
