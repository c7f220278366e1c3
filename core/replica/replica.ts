import { signal, type ReadonlySignal } from '@preact/signals-core';
import { isRefusal, type Change, type Id, type Instant, type Refusal, type Versioned } from '@taffrail/domain/kernel';
import type { OpenCopy } from './copy/copy.ts';
import { openDatabase, type OpenDatabase } from './copy/database.ts';
import { factsBetween, factsOf, type DeviceFact } from './copy/deviceFact.ts';
import { readMeta, type SavedAt } from './copy/meta.ts';
import { keyOf, seenOf } from './copy/tables.ts';
import { openLine } from './line/line.ts';
import type { LineState } from './line/lineState.ts';
import type { ServerLine } from './line/serverLine.ts';
import { timedLine } from './line/timedLine.ts';
import { readConflicts, reconsider, resolve, type Choice, type Conflict } from './outbox/conflict.ts';
import { dispatch, type Wish } from './outbox/dispatch.ts';
import { readWaiting, type WaitingCommand } from './outbox/waitingCommand.ts';
import { openRights } from './rights.ts';
import { openServerTime } from './serverTime.ts';
import { browserSurroundings, type Surroundings } from './surroundings.ts';
import { listRows } from './views/listRows.ts';
import { liveQuery, type Hear, type Live } from './views/live.ts';
import { makeListsAnew } from './views/makeListsAnew.ts';
import { openNewsroom, type Newsroom } from './views/newsroom.ts';
import type { Projection } from './views/projection.ts';
import { openReaders, type Readers } from './views/readers.ts';

/** A book on this device: what is known of it, what is wanted, and how far the server has heard of it. */
export interface Replica {
  readonly bookId: string;
  /** The device's clock, set right by what its server says the time is. */
  now(): Instant;
  /** Decides here and now; all the wishes or none. Resolves when durable on this device. */
  dispatch(...wishes: readonly Wish[]): Promise<readonly Change[] | Refusal>;
  /** As the trader sees it: what is confirmed, with what waits on top. */
  state<S>(type: string, id: Id): Promise<Versioned<S> | undefined>;
  /** Everything of a kind of which there are few; `rows` is for lists of thousands. */
  states<S>(type: string): Promise<readonly (Versioned<S> & { readonly id: Id })[]>;
  /** Asked again whenever something of these types changed, here, in another tab or at the server. */
  live<T>(types: readonly string[], query: () => Promise<T>): ReadonlySignal<Live<T>>;
  /** Undefined until loaded; patched from then on. */
  rows<R>(projection: string): ReadonlySignal<ReadonlyMap<Id, R> | undefined>;
  factsOf(type: string, id: Id): Promise<readonly DeviceFact[]>;
  /** From one moment to just before the other. */
  factsBetween(from: Instant, to: Instant): Promise<readonly DeviceFact[]>;
  /** What has not reached the server. */
  readonly waiting: ReadonlySignal<Waiting>;
  /** In their order; at most so many. */
  waitingCommands(most?: number): Promise<readonly WaitingCommand[]>;
  readonly conflicts: ReadonlySignal<readonly Conflict[]>;
  resolve(conflictId: string, choice: Choice): Promise<Refusal | undefined>;
  /** Undoes `keep_theirs`: the conflict is there again. */
  reconsider(conflict: Conflict): Promise<Refusal | undefined>;
  readonly line: ReadonlySignal<LineState>;
  /** Whether the server takes what is done here; where it does not, nothing is. */
  readonly mayWrite: ReadonlySignal<boolean>;
  /** Tries again at once, whatever it was waiting for: the trader asks, or has just signed in. */
  tryNow(): void;
  readonly savedAt: ReadonlySignal<SavedAt>;
  /** What the documents and files of this book stand on. */
  readonly ground: Ground;
  close(): Promise<void>;
}

export interface Ground {
  readonly bookId: string;
  readonly database: OpenDatabase;
  readonly surroundings: Surroundings;
  /** Called where what waits for the server may have changed. */
  readonly waitingChanged: () => void;
  /** Called where a command that was held back may go now. */
  readonly sendNow: () => void;
  /** Calls back when somebody wants everything tried now, such as after signing in. Returns how to stop. */
  readonly onTryNow: (listener: () => void) => () => void;
}

export interface Waiting {
  readonly commands: number;
  readonly documents: number;
  readonly files: number;
}

export interface ReplicaOptions {
  readonly bookId: string;
  /** Left out where the book belongs to no server. */
  readonly server?: ServerLine;
  readonly projections: readonly Projection[];
  readonly surroundings?: Surroundings;
}

export async function openReplica({ bookId, server, projections, surroundings = browserSurroundings() }: ReplicaOptions): Promise<Replica> {
  const db = await openDatabase(bookId);
  const newsroom = openNewsroom(surroundings.openChannel(`taffrail-book-${bookId}`));
  // What does not wait for each other is read at once: a page has nothing to show until all of it is here.
  const [time, rights] = await Promise.all([openServerTime(db, surroundings.clock, newsroom), openRights(db, newsroom)]);
  const { now } = time;
  const copy: OpenCopy = { db, projections, now, nextId: surroundings.ids.next, announce: (news) => newsroom.tell({ kind: 'news', news }) };
  const readers = openReaders();
  const [{ readAgain, ...standing }, before] = await Promise.all([
    openStanding(copy, newsroom, readers),
    server ? lineBefore(copy) : ({ state: 'none', since: now() } as const),
    makeListsAnew(copy),
  ]);
  const line = openLineSignal(newsroom, before);
  const closeLine =
    server && openLine({ bookId, copy, server: timedLine(server, time.heard), surroundings, newsroom, heardScope: rights.heard });
  const hear: Hear = (listener) => newsroom.hear('news', ({ news }) => listener(news));
  const lists = new Map<string, ReadonlySignal<ReadonlyMap<Id, unknown> | undefined>>();

  function rows(projection: string): ReadonlySignal<ReadonlyMap<Id, unknown> | undefined> {
    const list = lists.get(projection) ?? listRows(db, hear, readers.inTurn(), projection);
    lists.set(projection, list);
    return list;
  }

  return {
    bookId,
    now,
    dispatch: (...wishes) => dispatch(copy, wishes),
    state: async <S>(type: string, id: Id) => (await readState(db, type, id)) as Versioned<S> | undefined,
    states: async <S>(type: string) => (await readStates(db, type)) as readonly (Versioned<S> & { readonly id: Id })[],
    live: (types, query) => liveQuery(hear, types, query),
    rows: <R>(projection: string) => rows(projection) as ReadonlySignal<ReadonlyMap<Id, R> | undefined>,
    factsOf: (type, id) => factsOf(db, type, id),
    factsBetween: (from, to) => factsBetween(db, from, to),
    ...standing,
    waitingCommands: (most) => readWaiting(db, most),
    async resolve(conflictId, choice) {
      const resolved = await resolve(copy, conflictId, choice);
      return isRefusal(resolved) ? resolved : undefined;
    },
    reconsider: async (conflict) => (await reconsider(copy, conflict)) ?? undefined,
    line,
    mayWrite: rights.mayWrite,
    ground: {
      bookId,
      database: db,
      surroundings,
      waitingChanged: readAgain,
      sendNow: () => newsroom.tell({ kind: 'try_now' }),
      onTryNow: (listener) => newsroom.hear('try_now', listener),
    },
    tryNow: () => newsroom.tell({ kind: 'try_now' }),
    async close() {
      await closeLine?.();
      newsroom.close();
      await readers.close();
      db.close();
    },
  };
}

async function readState(db: OpenDatabase, aggregate_type: string, aggregate_id: Id): Promise<Versioned | undefined> {
  return seenOf(await db.state.get(keyOf({ aggregate_type, aggregate_id })));
}

async function readStates(db: OpenDatabase, type: string): Promise<readonly (Versioned & { readonly id: Id })[]> {
  const rows = await db.state.where('aggregate_type').equals(type).toArray();
  return rows.flatMap((row) => {
    const seen = seenOf(row);
    return seen === undefined ? [] : [{ ...seen, id: row.aggregate_id }];
  });
}

/** What every screen shows of the book's standing, read again after each change. */
async function openStanding(copy: OpenCopy, newsroom: Newsroom, readers: Readers) {
  const inTurn = readers.inTurn();
  const waiting = signal<Waiting>({ commands: 0, documents: 0, files: 0 });
  const conflicts = signal<readonly Conflict[]>([]);
  const savedAt = signal<SavedAt>({});

  async function read(): Promise<void> {
    const { db } = copy;
    const [counts, refused, saved] = await Promise.all([readWaitingCounts(db), db.conflict.count(), readMeta(db, 'saved_at')]);
    waiting.value = counts;
    if (conflicts.peek().length + refused > 0) conflicts.value = await readConflicts(copy);
    savedAt.value = saved ?? {};
  }

  newsroom.hear('news', () => void inTurn(read));
  await inTurn(read);
  return { waiting, conflicts, savedAt, readAgain: () => void inTurn(read) };
}

async function readWaitingCounts({ outbox, writing, file }: OpenDatabase): Promise<Waiting> {
  const [commands, documents, files] = await Promise.all([
    outbox.count(),
    writing.orderBy('waits').uniqueKeys(),
    file.orderBy('waits').count(),
  ]);
  return { commands, documents: documents.length, files };
}

/** Whoever was shut out still is, until the server says otherwise. */
async function lineBefore({ db, now }: OpenCopy): Promise<LineState> {
  return (await readMeta(db, 'shut_out')) ?? { state: 'connecting', since: now() };
}

function openLineSignal(newsroom: Newsroom, initial: LineState): ReadonlySignal<LineState> {
  const line = signal(initial);
  newsroom.hear('line', (message) => void (line.value = message.line));
  newsroom.tell({ kind: 'how_is_the_line' });
  return line;
}
