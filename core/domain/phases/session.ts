import { type Day, type Instant, type Session, tradingDayBounds, tradingDayOf } from '../kernel/index.ts';
import { isExchangeDay } from './holidays.ts';

/** From one session's start to the next: what is traded on a weekend or a holiday belongs to the session before it. */
export interface ExchangeSession {
  readonly day: Day;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly next_day: Day;
}

export function exchangeSessionOf(instant: Instant, clock: Session): ExchangeSession {
  const today = tradingDayOf(instant, clock);
  const day = isExchangeDay(today) ? today : nearestExchangeDay(today, -1);
  const next_day = nearestExchangeDay(day, 1);
  return { day, starts_at: tradingDayBounds(day, clock).starts_at, ends_at: tradingDayBounds(next_day, clock).starts_at, next_day };
}

function nearestExchangeDay(day: Day, step: 1 | -1): Day {
  let date = Temporal.PlainDate.from(day);
  do date = date.add({ days: step });
  while (!isExchangeDay(date.toString()));
  return date.toString();
}
