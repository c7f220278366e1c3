import { instantFromMs, msOf, type Day, type Instant } from '@taffrail/domain/kernel';

/** `HH:mm:ss` on a wall in this zone. */
export function clockTimeOf(instant: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(msOf(instant)).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'second' });
}

/** What a wall clock in this zone showed. Of an hour that came twice it is the first; an hour that was skipped counts from before the jump. */
export function instantAt(day: Day, time: string, zone: string): Instant {
  return instantFromMs(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds);
}
