import { type Day, type Instant, calendarDayOf, daysBetween, isZero } from '../kernel/index.ts';
import type { Account } from './account.ts';
import { type Figure, known, unknown } from './figure.ts';
import { heldByLeg } from './fill.ts';
import type { Leg } from './leg.ts';
import type { Position } from './position.ts';

/** Calendar days, where the account lives, until the first leg that still matters expires. */
export function daysToExpiry(position: Position, { zone }: Account, now: Instant): Figure<number> {
  const expiries = legsThatMatter(position).flatMap(({ expiry }) => expiry ?? []);
  if (expiries.length === 0) return unknown('nothing here expires');
  const nearest: Day = expiries.reduce((first, day) => (day < first ? day : first));
  return known(daysBetween(calendarDayOf(now, zone), nearest));
}

function legsThatMatter({ status, legs, fills }: Position): readonly Leg[] {
  if (status === 'planned') return legs;
  const held = heldByLeg(fills);
  return legs.filter((leg) => {
    const quantity = held.get(leg.id);
    return quantity !== undefined && !isZero(quantity);
  });
}
