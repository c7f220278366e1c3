import { setTimeout as rest } from 'node:timers/promises';
import { compacting, type DocumentKind, type StoredDocument } from '@taffrail/sync';
import {
  appendUpdate,
  documentSize,
  lastWriting,
  putSnapshot,
  readDocument,
  type DocumentSize,
  type Workspace,
} from '../workspace/index.ts';
import { limits } from './limits.ts';

/** Where one document is stored, update by update, and compacted when there are many. */
export interface Shelf {
  /** As it was when the shelf was opened. */
  readonly found: StoredDocument;
  readonly bytes: number;
  /** Something is on its way to storage, or being compacted. */
  readonly isBusy: boolean;
  /** Updates lie behind the snapshot: compacted, it may take less. */
  readonly isLoose: boolean;
  /** Resolves once everything put here so far is stored. */
  stored(): Promise<void>;
  put(update: Uint8Array): Promise<void>;
  /** Resolves once whatever compaction is under way has ended; where there is none, it begins. */
  compact(): Promise<void>;
  /** Leaves off compacting: the book may be closed before the next step. */
  giveUp(): void;
}

export interface ShelfParts {
  readonly workspace: Workspace;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly grown: (bytes: number) => void;
  readonly failed: (what: string, error: unknown) => void;
  /** It is no longer busy with compacting. */
  readonly rested: () => void;
}

export function openShelf({ workspace, name, kind, grown, failed, rested }: ShelfParts): Shelf {
  const found = workspace.read((sql) => readDocument(sql, name));
  let size = documentSize(found);
  let last = Promise.resolve();
  let underWay = 0;
  let compaction: Promise<void> | undefined;
  const givenUp = new AbortController();

  function put(update: Uint8Array): Promise<void> {
    const now = workspace.now();
    resize({ ...size, updates: size.updates + 1, updateBytes: size.updateBytes + update.length });
    last = whileBusy(() => workspace.transact((sql) => appendUpdate(sql, name, update, now)));
    if (isCompactionDue(size)) void compact();
    return last;
  }

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    underWay += 1;
    try {
      await work();
    } finally {
      underWay -= 1;
    }
  }

  function compact(): Promise<void> {
    compaction ??= compactOnce();
    return compaction;
  }

  /** Whatever comes of it, what was stored stays stored. */
  async function compactOnce(): Promise<void> {
    try {
      await whileBusy(replaceBySnapshot);
    } catch (error) {
      if (!givenUp.signal.aborted) failed(`document ${name} was not compacted`, error);
      // So that it is not asked for again at once.
      size = { snapshotBytes: bytesOf(size), updates: 0, updateBytes: 0 };
    }
    compaction = undefined;
    rested();
  }

  /**
   * A step, and a rest in which whoever waited is answered to the end: what they ask takes several rounds of the event loop, and
   * would meet a step in each. What arrives meanwhile stays behind the snapshot.
   */
  async function replaceBySnapshot(): Promise<void> {
    await last;
    const [stored, through] = workspace.read((sql) => [readDocument(sql, name), lastWriting(sql, name)] as const);
    const covered = bytesOf(documentSize(stored));
    // What arrives from here on is not in it.
    size = { snapshotBytes: covered, updates: 0, updateBytes: bytesOf(size) - covered };
    const snapshot = await unhurried(compacting(kind, stored), givenUp.signal);
    if (!snapshot) throw new Error('its snapshot does not read the same');
    await workspace.transact((sql) => putSnapshot(sql, name, snapshot, through));
    resize({ ...size, snapshotBytes: snapshot.length });
  }

  function resize(next: DocumentSize): void {
    grown(bytesOf(next) - bytesOf(size));
    size = next;
  }

  return {
    found,
    get bytes() {
      return bytesOf(size);
    },
    get isBusy() {
      return underWay > 0;
    },
    get isLoose() {
      return compaction !== undefined || size.updateBytes > 0;
    },
    stored: () => last,
    put,
    compact,
    giveUp: () => givenUp.abort(),
  };
}

async function unhurried<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    await rest(limits.compactionRestMs, undefined, { signal });
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const isCompactionDue = ({ updates, updateBytes, snapshotBytes }: DocumentSize): boolean =>
  updates >= limits.compactAfterUpdates || (updateBytes >= limits.compactAboveBytes && updateBytes > snapshotBytes);

const bytesOf = ({ snapshotBytes, updateBytes }: DocumentSize): number => snapshotBytes + updateBytes;
