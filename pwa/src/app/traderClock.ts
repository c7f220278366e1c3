import type { Session } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';

/** The clock of a day that belongs to no one account: that of the first account that is open, else the trader's own. */
export function traderClock(accounts: readonly Account[], zone: string): Session {
  const [first] = accounts.filter(({ closed }) => !closed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return first ?? { zone, session_start: '00:00' };
}
