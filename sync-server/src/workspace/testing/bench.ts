import { hash, randomBytes } from 'node:crypto';
import { instantFromMs, msOf, uuidV7, type Command, type Instant } from '@taffrail/domain/kernel';
import { memoryKey, openVault } from '../../secrets/index.ts';
import { memoryBlobs, memoryHead, openMemory } from '../../storage/index.ts';
import {
  openWorkspace,
  verify,
  type Alarm,
  type JobHandler,
  type ServerContext,
  type Sql,
  type Verification,
  type Workspace,
} from '../index.ts';
import { tally } from './tally.ts';

/** A workspace on a bench: its clock moves when told to, its alarm is a value, and it can be dropped and opened again on the same book. */
export function workspaceBench(
  options: { contexts?: readonly ServerContext[]; hostJobs?: { [kind: string]: JobHandler }; sql?: (sql: Sql) => Sql } = {},
) {
  const memory = openMemory();
  const sql = options.sql?.(memory.sql) ?? memory.sql;
  const contexts = options.contexts ?? [tally];
  let head = memoryHead();
  const blobs = memoryBlobs();
  let key = memoryKey();
  const failures: { what: string; error: unknown }[] = [];
  let now: Instant = '2025-02-05T10:30:00.000Z';
  let alarm: Instant | undefined;
  let onAlarm: Alarm | undefined;

  const open = (): Workspace =>
    openWorkspace({
      contexts,
      hostJobs: options.hostJobs ?? {},
      observer: { committed: () => {}, takenBack: () => {}, failed: (what, error) => void failures.push({ what, error }) },
      ports: {
        sql,
        head,
        blobs,
        vault: openVault({ read: () => key.read(), make: () => key.make() }, 'bench'),
        sha256,
        clock: { now: () => now, elapsedMs: () => 0 },
        ids: { next: newId },
        alarm: {
          set(at) {
            alarm = at;
            onAlarm?.set(at);
          },
        },
        defer: (work) => void setImmediate(work),
      },
    });

  return {
    sql,
    blobs,
    get head() {
      return head;
    },
    /** As a power cut leaves a witness that was never forced to disk. */
    forgetHead: () => void (head = memoryHead()),
    /** As when a data folder was moved without it. */
    loseKey: () => void (key = memoryKey()),
    failures,
    open,
    sleep: (ms: number) => void (now = instantFromMs(msOf(now) + ms)),
    get alarm() {
      return alarm;
    },
    listenTo: (listener: Alarm) => void (onAlarm = listener),
    verify(): Verification {
      const scratch = openMemory();
      try {
        return verify({ sql, contexts, witnessed: head.read(), sha256, scratch: scratch.sql });
      } finally {
        scratch.close();
      }
    },
  };
}

export const sha256 = (text: string): string => hash('sha256', text);

export const newId = (): string => uuidV7(Date.now(), randomBytes(10));

export function command(type: string, aggregateId: string, payload: Command['payload'], more: Partial<Command> = {}): Command {
  return { command_id: newId(), type, aggregate_id: aggregateId, payload, ...more };
}
