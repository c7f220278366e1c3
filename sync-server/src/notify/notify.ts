import { randomBytes } from 'node:crypto';
import { msOf, uuidV7, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Route } from '../http/index.ts';
import type { AuditEntry, People } from '../identity/index.ts';
import {
  migrate,
  nextDue,
  openJobRunner,
  requestJob,
  type Alarm,
  type Clock,
  type Defer,
  type JobHandler,
  type ServerContext,
  type Sql,
  type Workspace,
} from '../workspace/index.ts';
import { openFactFollower } from './factFollower.ts';
import { openDelivery, PUSH_JOB, PUSH_TEST_JOB } from './push/delivering.ts';
import type { PushDoor } from './push/pushDoor.ts';
import type { ServerKey } from './push/serverKey.ts';
import { openRecords } from './records.ts';
import { openReminding } from './reminding.ts';
import { choiceRoutes } from './routes/choices.ts';
import { feedRoutes } from './routes/feed.ts';
import { pushRoutes } from './routes/push.ts';
import { noticeMigrations } from './schema.ts';
import { openTeller, type Teller } from './telling.ts';
import type { NoticeTools } from './tools.ts';
import { openWatch, WATCH_JOB } from './watch.ts';

export interface NotifyParts {
  /** Of the registry, after identity has made its tables. */
  readonly sql: Sql;
  readonly clock: Clock;
  readonly people: People;
  readonly contexts: readonly ServerContext[];
  readonly key: ServerKey;
  readonly door: PushDoor;
  readonly contact: () => string;
  readonly bookOf: (workspaceId: string) => Workspace | undefined;
  readonly defer: Defer;
  readonly ringAt: (at: Instant, ring: () => void) => () => void;
  readonly freeBytes: () => number;
  readonly lowBytes: number;
  readonly failed: (what: string, error: unknown) => void;
}

/** Telling people what they should hear of: in the feed, and by push. */
export interface Notify {
  readonly routes: readonly Route[];
  /** Hears of what goes on the record, in its transaction. */
  recorded(entry: AuditEntry): void;
  /** Looks through what a book has recorded since it was looked through last: asked for when it is opened and at each commit. */
  follow(workspaceId: string): void;
  /** What a book does at `REMIND_JOB`. */
  remind(workspaceId: string): JobHandler;
  backupFailed(workspaceId: string, lastBackupAt: Instant | undefined): void;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

export function openNotify(parts: NotifyParts): Notify {
  const { sql, clock, people, key, defer, ringAt, failed } = parts;
  sql.transaction(() => migrate(sql, 'notify', noticeMigrations));
  const now = (): Instant => clock.now();
  const newId = (): Id => uuidV7(msOf(now()), randomBytes(10));
  const alarm = alarmOver(ringAt, wake);
  const teller = openTeller({ sql, now, alarm });
  const delivery = openDelivery(parts);
  const watch = openWatch({ ...parts, teller });
  const records = openRecords({ people, teller, now, newId });
  const follower = openFactFollower({ ...parts, teller });
  const runner = openJobRunner<Instant>({
    sql,
    clock,
    alarm,
    defer,
    handlers: { [PUSH_JOB]: delivery.deliverWaiting, [PUSH_TEST_JOB]: delivery.deliverTest, [WATCH_JOB]: (_, at) => watch(at) },
    toolsAt: (at) => at,
    failed,
  });
  let waking = Promise.resolve();

  function wake(): void {
    waking = runner.wake().catch((error: unknown) => failed('the jobs of notices', error));
  }

  function request(kind: string, about: string): void {
    sql.transaction(() => requestJob(sql, { kind, key: about, due_at: now() }));
    alarm.set(nextDue(sql));
  }

  /** What is told of goes on, whatever becomes of the telling. */
  function beside(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      failed(what, error);
    }
  }

  const requestTest = (subscriptionId: Id): void => request(PUSH_TEST_JOB, subscriptionId);
  const tools: NoticeTools = { sql, now, newId, teller, serverKey: key.publicKey, requestTest };
  request(WATCH_JOB, 'server');

  return {
    routes: [...feedRoutes(tools), ...choiceRoutes(tools), ...pushRoutes(tools)],
    recorded: (entry) => beside('telling of the record', () => records(entry)),
    follow: follower.follow,
    remind: openReminding({ ...parts, teller }),
    backupFailed: (workspaceId, lastBackupAt) =>
      beside('telling of a backup', () => tellOfBackup({ people, teller, now }, workspaceId, lastBackupAt)),
    async close() {
      alarm.close();
      await waking;
    },
  };
}

/** Once a day, however often it is tried. */
function tellOfBackup({ people, teller, now }: Told, workspaceId: string, lastBackupAt: Instant | undefined): void {
  const occurredAt = now();
  const owners = people.membersOf(workspaceId).filter(({ role }) => role === 'owner');
  teller.tell(
    {
      kind: 'backup_failed',
      params: { last_backup_at: lastBackupAt ?? null },
      subject: null,
      cause: `backup_failed ${workspaceId} ${occurredAt.slice(0, 10)}`,
      occurredAt,
      workspaceId,
    },
    owners.map(({ user_id }) => user_id),
  );
}

interface Told {
  readonly people: People;
  readonly teller: Teller;
  readonly now: () => Instant;
}

/** One alarm, which rings no more once it is closed. */
function alarmOver(ringAt: NotifyParts['ringAt'], ring: () => void): Alarm & { close(): void } {
  let callOff: (() => void) | undefined;
  let isClosed = false;
  const set = (at: Instant | undefined): void => {
    callOff?.();
    callOff = at === undefined || isClosed ? undefined : ringAt(at, ring);
  };
  return {
    set,
    close() {
      isClosed = true;
      set(undefined);
    },
  };
}
