import type { Id, Instant } from '@taffrail/domain/kernel';
import { isInFeed, isPushed, type NoticeDraft } from '@taffrail/sync';
import { nextDue, requestJob, type Alarm, type Sql } from '../workspace/index.ts';
import { choicesOf } from './choices.ts';
import { addNotice, toldAs } from './notices.ts';
import { PUSH_JOB } from './push/delivering.ts';
import { subscriptionsOf } from './push/subscriptions.ts';
import { letWait } from './push/waiting.ts';
import { quietUntil } from './quietHours.ts';

/** Something to tell, before it is settled who hears of it. */
export type Tidings = NoticeDraft & {
  /** Names what it is told because of: told a second time under the same one, nobody hears of it again. */
  readonly cause: string;
  readonly occurredAt: Instant;
  /** Undefined for what is about the person and no workspace. */
  readonly workspaceId: string | undefined;
  /** Who did it, and knows. */
  readonly byDevice?: Id | undefined;
};

export interface TellerParts {
  readonly sql: Sql;
  readonly now: () => Instant;
  readonly alarm: Alarm;
}

/** Tells people, in the feed and on the devices they chose. The one way that anything comes to be told. */
export interface Teller {
  tell(tidings: Tidings, userIds: readonly Id[]): void;
  /** Looks again at what waits for a person's devices, after they chose anew. */
  reconsider(userId: Id): void;
}

export function openTeller({ sql, now, alarm }: TellerParts): Teller {
  function tell(tidings: Tidings, userIds: readonly Id[]): void {
    sql.transaction(() => {
      for (const userId of userIds) tellOne(tidings, userId);
    });
    alarm.set(nextDue(sql));
  }

  function tellOne(tidings: Tidings, userId: Id): void {
    if (toldAs(sql, userId, tidings.cause) !== undefined) return;
    const { in_feed } = choicesOf(sql, userId);
    const id = addNotice(sql, { ...tidings, userId, isInFeed: isInFeed(in_feed, tidings.kind) });
    for (const { id: subscriptionId, kinds, deviceId } of subscriptionsOf(sql, userId, tidings.workspaceId)) {
      if (!isPushed(kinds, tidings.kind) || (deviceId !== null && deviceId === tidings.byDevice)) continue;
      letWait(sql, subscriptionId, id);
      requestPush(userId, subscriptionId);
    }
  }

  function requestPush(userId: Id, subscriptionId: Id): void {
    const { quiet_hours } = choicesOf(sql, userId);
    const due_at = (quiet_hours && quietUntil(quiet_hours, now())) ?? now();
    requestJob(sql, { kind: PUSH_JOB, key: subscriptionId, due_at });
  }

  function reconsider(userId: Id): void {
    sql.transaction(() => {
      for (const { id } of subscriptionsOf(sql, userId, undefined)) requestPush(userId, id);
    });
    alarm.set(nextDue(sql));
  }

  return { tell, reconsider };
}
