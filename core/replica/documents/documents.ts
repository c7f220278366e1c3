import { signal as signalOf, type ReadonlySignal } from '@preact/signals-core';
import { kindOf } from '@taffrail/sync';
import type { Reply } from '../line/serverLine.ts';
import type { Surroundings } from '../surroundings.ts';
import { attend, type Attendance, type Attending } from './attend.ts';
import { catchUp, exchange, type CatchUpParts } from './catchUp.ts';
import type { DocumentLine } from './documentLine.ts';
import { openHandle, type DocumentHandle, type OpenHandle } from './handle.ts';
import { openShelf, type DocumentDatabase } from './shelf.ts';

/** What people write, on this device: open to be written in, or brought up to date behind the screen. */
export interface Documents {
  /** The same one for everybody in this tab who has it open. */
  open(name: string): Promise<HeldDocument>;
  /** Brings what waits and takes what changed. */
  catchUp(signal: AbortSignal): Promise<Reply<'done'>>;
  /** The documents of one kind that this device has, by name. */
  names(kind: string): Promise<readonly string[]>;
  /** Calls back when something was written in one of them, here, in another tab or elsewhere. Returns how to stop. */
  onWritten(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface HeldDocument extends DocumentHandle {
  readonly attendance: ReadonlySignal<Attendance>;
  /** Resolves once what was written is on the device. */
  letGo(): Promise<void>;
}

export interface DocumentParts {
  readonly bookId: string;
  readonly database: DocumentDatabase;
  /** Left out where the book belongs to no server. */
  readonly line?: DocumentLine | undefined;
  readonly surroundings: Pick<Surroundings, 'openChannel' | 'wait' | 'onAwake' | 'chance'>;
  /** What waits for the server may have changed. */
  readonly waitingChanged: () => void;
  /** Something waits that no socket sees to. */
  readonly untended: () => void;
}

interface Held {
  readonly handle: OpenHandle;
  readonly attending: Attending | undefined;
  holders: number;
}

const RETRY_MS = 3_000;

const ALONE: ReadonlySignal<Attendance> = signalOf('away');

export function openDocuments(parts: DocumentParts): Documents {
  const { bookId, database, line, surroundings } = parts;
  const held = new Map<string, Promise<Held>>();
  const ready = new Map<string, Held>();
  const channel = surroundings.openChannel(`taffrail-documents-${bookId}`);
  const closing = new AbortController();
  const listeners = new Set<() => void>();

  function tell(): void {
    for (const listener of listeners) listener();
  }

  channel.onMessage((name) => {
    void ready.get(String(name))?.handle.readOn();
    tell();
    parts.waitingChanged();
  });

  function changed(name: string): void {
    channel.say(name);
    parts.waitingChanged();
    tell();
  }

  const isTended = (name: string): boolean => ready.get(name)?.attending?.attendance.peek() === 'together';

  const catchUpParts = (to: DocumentLine, signal: AbortSignal): CatchUpParts => ({
    signal,
    database,
    line: to,
    handleOf: (name) => ready.get(name)?.handle,
    isTalking: isTended,
    changed,
  });

  async function open(name: string): Promise<HeldDocument> {
    const opening = held.get(name) ?? take(name);
    held.set(name, opening);
    const one = await opening;
    one.holders += 1;
    return { ...one.handle, attendance: one.attending?.attendance ?? ALONE, letGo: () => letGo(name, one) };
  }

  async function take(name: string): Promise<Held> {
    const kind = kindOf(name);
    if (!kind) throw new Error(`there is no kind of document for ${name}`);
    let attending: Attending | undefined;
    const handle = await openHandle({
      name,
      kind,
      shelf: openShelf(database, name),
      hasServer: line !== undefined,
      written() {
        attending?.nudge();
        changed(name);
        if (!isTended(name)) parts.untended();
      },
      async mayTryAgain() {
        await surroundings.wait(RETRY_MS, closing.signal);
        return !closing.signal.aborted;
      },
    });
    if (line) {
      attending = attend({
        handle,
        line,
        surroundings,
        sent: () => changed(name),
        exchange: () => exchange(catchUpParts(line, closing.signal), [name]),
      });
    }
    const one = { handle, attending, holders: 0 };
    ready.set(name, one);
    return one;
  }

  async function letGo(name: string, one: Held): Promise<void> {
    one.holders -= 1;
    await one.handle.dry();
    if (one.holders > 0 || ready.get(name) !== one) return;
    ready.delete(name);
    held.delete(name);
    await one.attending?.stop();
    if (!one.handle.saved.peek().onServer) parts.untended();
    await one.handle.close();
  }

  return {
    open,
    catchUp: async (signal) => (line ? catchUp(catchUpParts(line, signal)) : { kind: 'answered', value: 'done' }),
    names: (kind) => database.document.where('name').startsWith(`${kind}/`).primaryKeys(),
    onWritten(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closing.abort();
      for (const [name, one] of ready) {
        one.holders = 1;
        await letGo(name, one);
      }
      channel.close();
    },
  };
}
