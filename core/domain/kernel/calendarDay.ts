import type { Day } from './day.ts';
import type { Instant } from './instant.ts';

/** As a calendar on the wall has it. It stands apart from schemas, because pages say days before they check anything. */
export function calendarDayOf(instant: Instant, zone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}
