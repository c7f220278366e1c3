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
const benches: { verifyUnlessDamaged(): Verification | undefined }[] = [];

/** Everything a test opened, verified and forgotten: called after each test of the server. */
export function verifyBenches(): readonly Verification[] {
  return benches.splice(0).flatMap((bench) => bench.verifyUnlessDamaged() ?? []);
}

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

  let damaged = false;

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

  const bench = {
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
    /** For a test that harms the book on purpose: it is not expected to verify afterwards. */
    harm(work: () => void): void {
      damaged = true;
      work();
    },
    verifyUnlessDamaged: (): Verification | undefined => (damaged ? undefined : bench.verify()),
    verify(): Verification {
      const scratch = openMemory();
      try {
        return verify({ sql, contexts, witnessed: head.read(), sha256, scratch: scratch.sql });
      } finally {
        scratch.close();
      }
    },
  };
  benches.push(bench);
  return bench;
}

export const sha256 = (text: string): string => hash('sha256', text);

export const newId = (): string => uuidV7(Date.now(), randomBytes(10));

export function command(type: string, aggregateId: string, payload: Command['payload'], more: Partial<Command> = {}): Command {
  return { command_id: newId(), type, aggregate_id: aggregateId, payload, ...more };
}
