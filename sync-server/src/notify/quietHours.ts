import { instantFromMs, msOf, type Instant } from '@taffrail/domain/kernel';
import type { QuietHours } from '@taffrail/sync';

/** When the quiet hours that a moment lies in are over; undefined where it lies in none. */
export function quietUntil({ from, to, zone }: QuietHours, now: Instant): Instant | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(msOf(now)).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const lastsOverMidnight = to < from;
  const isQuiet = lastsOverMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return undefined;
  const endDay = local.toPlainDate().add({ days: lastsOverMidnight && time >= from ? 1 : 0 });
  // Of an hour that comes twice the second is meant: the first may be over although its clock time is yet to come.
  const end = endDay.toPlainDateTime(to).toZonedDateTime(zone, { disambiguation: 'later' });
  return instantFromMs(end.epochMilliseconds);
}
