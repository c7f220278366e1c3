import { calendarDayOf, type Instant } from '@taffrail/domain/kernel';
import type { Formats } from '@taffrail/ui';
import { verdict as words } from '../words/index.ts';

/** A moment as one would say it, in the zone of whoever reads. */
export function whenText(instant: Instant, now: Instant, formats: Pick<Formats, 'zone' | 'time' | 'weekday' | 'dayInYear'>): string {
  const [day, today] = [calendarDayOf(instant, formats.zone), calendarDayOf(now, formats.zone)];
  const time = formats.time(instant);
  if (day === today) return words.timeToday(time);
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  return day === tomorrow ? words.timeTomorrow(time) : words.timeOn(time, formats.weekday(day), formats.dayInYear(day));
}
