import { addMs, instantFromMs, msOf, type Instant, type Versioned } from '@taffrail/domain/kernel';
import { positionView, type Account, type Position } from '@taffrail/domain/tradelog';
import type { ReadSql, Reminder, Reminders } from '../workspace/index.ts';

const DAY_MS = 86_400_000;
/** Before the bell, and not in the night. */
const TOLD_AT = '08:00';

/** What a trader should see before the day begins: what expires today and tomorrow, by the clock of its account. */
export function tradelogReminders(sql: ReadSql, now: Instant): Reminders {
  const accounts = statesOf<Account>(sql, "aggregate_type = 'account'").map(({ state }) => state);
  const mornings = accounts.map(({ zone }) => nextMorning(now, zone));
  return {
    reminders: accounts.filter(({ zone }) => hasMorningCome(now, zone)).flatMap((account) => expiringIn(sql, account, now)),
    nextAt: mornings.toSorted()[0] ?? addMs(now, DAY_MS),
  };
}

function expiringIn(sql: ReadSql, account: Account, now: Instant): Reminder[] {
  const today = localOf(now, account.zone).toPlainDate();
  return openPositionsExpiring(sql, account, today.toString(), today.add({ days: 1 }).toString()).flatMap((position): Reminder[] => {
    const { id, symbol, metadata } = positionView(position, account, now);
    const { dte: days_left } = metadata;
    // A leg that expires but is not held any more is nothing to remind of.
    if (days_left !== 0 && days_left !== 1) return [];
    const expiry = today.add({ days: days_left }).toString();
    return [
      {
        kind: 'position_expires',
        params: { symbol, expiry, days_left },
        subject: { type: 'position', id },
        cause: `position_expires ${id} ${expiry} ${days_left}`,
      },
    ];
  });
}

const openPositionsExpiring = (sql: ReadSql, { id }: Account, first: string, last: string): Versioned<Position>[] =>
  statesOf<Position>(
    sql,
    `aggregate_type = 'position' AND aggregate_id IN (
       SELECT tradelog_position.id FROM tradelog_position JOIN tradelog_leg ON position_id = tradelog_position.id
       WHERE account_id = ? AND status = 'open' AND expiry BETWEEN ? AND ?)`,
    id,
    first,
    last,
  );

function statesOf<State>(sql: ReadSql, where: string, ...params: readonly string[]): Versioned<State>[] {
  const rows = sql.all<{ version: number; state: string }>(`SELECT version, state FROM aggregate WHERE ${where}`, ...params);
  return rows.map(({ version, state }) => ({ version, state: JSON.parse(state) as State }));
}

const localOf = (now: Instant, zone: string) => Temporal.Instant.fromEpochMilliseconds(msOf(now)).toZonedDateTimeISO(zone);

const morningOf = (now: Instant, zone: string) => localOf(now, zone).withPlainTime(TOLD_AT);

const hasMorningCome = (now: Instant, zone: string): boolean => morningOf(now, zone).epochMilliseconds <= msOf(now);

function nextMorning(now: Instant, zone: string): Instant {
  const next = morningOf(now, zone).add({ days: hasMorningCome(now, zone) ? 1 : 0 });
  return instantFromMs(next.epochMilliseconds);
}
