import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@taffrail/domain/kernel';
import type { Alarm, Workspace } from '../workspace/index.ts';

/** A workspace with what must be let go when it closes. */
export interface OpenBook {
  readonly workspace: Workspace;
  /** Its storage broke: the book is no use any more and must be opened anew. */
  isBroken(): boolean;
  close(): void;
}

export interface HostParts {
  readonly open: (id: string, alarm: Alarm) => OpenBook;
  /** Rings once at or after the instant. Returns how to call it off. */
  readonly ringAt: (at: Instant, ring: () => void) => () => void;
  readonly closeAfterIdleMs: number;
  /** Calls back again and again. Returns how to stop. */
  readonly every: (intervalMs: number, work: () => void) => () => void;
  readonly elapsedMs: () => number;
  readonly failed: (what: string, error: unknown) => void;
}

/** Keeps many workspaces in one process: opened when somebody needs one, closed when nobody has for a while, woken when a job is due. */
export interface Host {
  use(id: string): Workspace;
  readonly openCount: number;
  /** Closes a workspace that nobody may use any more, so that its files can go. */
  retire(id: string): Promise<void>;
  close(): Promise<void>;
}

interface Guest {
  readonly book: OpenBook;
  usedMs: number;
}

const DRAIN_POLL_MS = 5;

export function openHost(parts: HostParts): Host {
  const guests = new Map<string, Guest>();
  // Alarms outlive the book they belong to: a closed workspace is opened again when its next job falls due.
  const alarms = new Map<string, () => void>();
  const stopSweeping = parts.every(parts.closeAfterIdleMs / 2, closeIdle);
  let closing = false;

  function use(id: string): Workspace {
    if (closing) throw new Error('the server is shutting down');
    if (guests.get(id)?.book.isBroken()) drop(id);
    let guest = guests.get(id);
    if (!guest) {
      guest = { book: parts.open(id, { set: (at) => setAlarm(id, at) }), usedMs: 0 };
      guests.set(id, guest);
    }
    guest.usedMs = parts.elapsedMs();
    return guest.book.workspace;
  }

  function setAlarm(id: string, at: Instant | undefined): void {
    alarms.get(id)?.();
    alarms.delete(id);
    if (at !== undefined && !closing)
      alarms.set(
        id,
        parts.ringAt(at, () => ring(id)),
      );
  }

  function ring(id: string): void {
    alarms.delete(id);
    if (closing) return;
    try {
      use(id)
        .wake()
        .catch((error: unknown) => parts.failed(`waking workspace ${id}`, error));
    } catch (error) {
      parts.failed(`opening workspace ${id} for its jobs`, error);
    }
  }

  function closeIdle(): void {
    const idleSinceMs = parts.elapsedMs() - parts.closeAfterIdleMs;
    for (const [id, guest] of guests) {
      if (guest.usedMs <= idleSinceMs && guest.book.workspace.isIdle()) drop(id);
    }
  }

  async function closeSettled(id: string): Promise<void> {
    while (guests.get(id)?.book.workspace.isSettled() === false) await sleep(DRAIN_POLL_MS);
    // What was settled last may have set the alarm again.
    setAlarm(id, undefined);
    drop(id);
  }

  function drop(id: string): void {
    const guest = guests.get(id);
    guests.delete(id);
    guest?.book.close();
  }

  return {
    use,
    get openCount() {
      return guests.size;
    },
    retire: closeSettled,
    async close() {
      closing = true;
      stopSweeping();
      for (const callOff of alarms.values()) callOff();
      alarms.clear();
      for (const id of guests.keys()) await closeSettled(id);
    },
  };
}
