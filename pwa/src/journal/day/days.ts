import { calendarDayOf, daySchema, tradingDayOf, type Day, type Instant } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';

/** The trading day it is now: by the clock of the first account that is open, else by that of the trader. */
export async function tradingDayNow(replica: Replica, zone: string): Promise<Day> {
  const now: Instant = replica.now();
  const accounts = (await replica.states<Account>('account')).filter(({ state }) => !state.closed);
  const [first] = accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return first ? tradingDayOf(now, first.state) : calendarDayOf(now, zone);
}

export const isDay = (text: string): boolean => daySchema.safeParse(text).success;

export const dayAfter = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();
