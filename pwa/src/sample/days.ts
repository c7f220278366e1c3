import { addMs, type Day, type Instant } from '@taffrail/domain/kernel';
import { exchangeSessionOf, usualSettings } from '@taffrail/domain/phases';

/** The days on which somebody trades, latest first: from the session that `now` is in, as many as are asked for. */
export function tradingDays(now: Instant, count: number): readonly Day[] {
  const days: Day[] = [];
  let session = exchangeSessionOf(now, usualSettings);
  while (days.length < count) {
    days.push(session.day);
    session = exchangeSessionOf(addMs(session.starts_at, -1), usualSettings);
  }
  return days;
}

export function momentOn(day: Day, time: string): Instant {
  const clock = Temporal.PlainDateTime.from(`${day}T${time}`);
  return clock.toZonedDateTime(usualSettings.zone).toInstant().toString({ fractionalSecondDigits: 3 });
}

export const daysAhead = (from: Day, days: number): Day => Temporal.PlainDate.from(from).add({ days }).toString();
