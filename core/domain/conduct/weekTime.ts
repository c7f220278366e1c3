import { type Week, daysOfWeek } from '../discipline/index.ts';
import { type Id, type Instant, type Session, tradingDayBounds } from '../kernel/index.ts';

const NO_ACCOUNT: Session = { zone: 'UTC', session_start: '00:00' };

/** From the first moment of a week to the first of the next, by the account that was opened first: closing one moves no week that is over. */
export function timeOfWeek(
  week: Week,
  accounts: readonly (Session & { readonly id: Id })[],
): { readonly from: Instant; readonly to: Instant } {
  const clock = accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? NO_ACCOUNT;
  const { first, last } = daysOfWeek(week);
  return { from: tradingDayBounds(first, clock).starts_at, to: tradingDayBounds(last, clock).ends_at };
}
