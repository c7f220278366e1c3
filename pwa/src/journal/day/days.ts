import { daySchema, tradingDayOf, type Day } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import { traderClock } from '../../app/index.ts';

/** The trading day it is now. */
export async function tradingDayNow(replica: Replica, zone: string): Promise<Day> {
  const accounts = await replica.states<Account>('account');
  return tradingDayOf(
    replica.now(),
    traderClock(
      accounts.map(({ state }) => state),
      zone,
    ),
  );
}

export const isDay = (text: string): boolean => daySchema.safeParse(text).success;

export const dayAfter = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();
