import { instantFromMs, type Id, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { Dexie, type Table } from 'dexie';
import { databaseName, openDatabase, type OpenDatabase } from '../copy/database.ts';
import { bringBook } from '../exchange/bringBook.ts';
import type { Intake } from '../exchange/intake.ts';
import { keptTokens, openBearer, type Bearer, type KeptTokens, type Tokens } from '../line/bearer.ts';
import type { ServerLine } from '../line/serverLine.ts';
import { replicaRefusals } from '../refusals.ts';
import { webLocks, type Clock, type Ids } from '../surroundings.ts';
import { fillDatabase, isEmptyDatabase, type Fill, type Filling } from './fillBook.ts';

/** A book that this device has. */
export interface BookEntry {
  readonly id: Id;
  readonly name: string;
  readonly made_at: Instant;
  /** The workspace on this page's server that it belongs to; null where it is on this device alone. */
  readonly workspace_id: string | null;
  /** Made up, to look around in: it never goes to a server. */
  readonly is_sample: boolean;
}

export interface Books {
  list(): Promise<readonly BookEntry[]>;
  /** A book on this device alone. */
  createLocalBook(name: string): Promise<BookEntry>;
  /** A book on this device alone, for made-up trades. */
  createSampleBook(name: string): Promise<BookEntry>;
  /** The device's copy of a workspace: the one it has, or a new one that fills itself. */
  joinWorkspace(workspaceId: string, name: string): Promise<BookEntry>;
  /** A book on this device alone that is filled before anybody sees it: it is there whole, or not at all. */
  createFilledBook(name: string, fill: Fill): Promise<BookEntry | Refusal>;
  /** Whether nothing was ever done in it. */
  isEmpty(bookId: Id): Promise<boolean>;
  /** From now on a book of this device belongs to a workspace: what waits in it is sent there when it is opened with its line. */
  attachBook(bookId: Id, workspaceId: string, server: ServerLine, intake: Intake): Promise<BookEntry | Refusal>;
  /** Deletes it from this device, with what never reached a server. Tabs that have it open lose it. */
  removeBook(bookId: Id): Promise<void>;
  /** This device was let in to the book's workspace as a device of its own. */
  keepTokens(bookId: Id, tokens: Tokens): Promise<void>;
  /** Somebody signed in here instead: from now on their session speaks for this device. */
  forgetTokens(): Promise<void>;
  /** Undefined where this browser's session speaks for it. */
  bearerFor(bookId: Id): Promise<Bearer | undefined>;
}

type Directory = Dexie & {
  readonly book: Table<BookEntry, Id>;
  readonly tokens: Table<KeptTokens & { readonly book_id: Id }, Id>;
  readonly filling: Table<Filling, Id>;
};

/** Its books of a workspace speak to the server at that origin; empty is the one the page came from. */
export function openBooks(clock: Clock, ids: Ids, origin = ''): Books {
  const directory = new Dexie('taffrail-books', { chromeTransactionDurability: 'strict' }) as Directory;
  directory.version(1).stores({ book: 'id, workspace_id, made_at' });
  directory.version(2).stores({ tokens: 'book_id' });
  directory.version(3).stores({ filling: 'id' });

  async function add(name: string, workspaceId: string | null, isSample = false): Promise<BookEntry> {
    const entry = { id: ids.next(), name, made_at: instantFromMs(clock.nowMs()), workspace_id: workspaceId, is_sample: isSample };
    await directory.book.add(entry);
    return entry;
  }

  return {
    list: () => directory.book.orderBy('made_at').toArray(),
    createLocalBook: (name) => add(name, null),
    createSampleBook: (name) => add(name, null, true),
    joinWorkspace: (workspaceId, name) =>
      directory.transaction(
        'rw',
        directory.book,
        async () => (await directory.book.get({ workspace_id: workspaceId })) ?? add(name, workspaceId),
      ),
    async createFilledBook(name, fill) {
      const entry = { id: ids.next(), name, made_at: instantFromMs(clock.nowMs()), workspace_id: null, is_sample: false };
      const refusal = await fillDatabase(entry.id, clock.nowMs(), directory.filling, fill);
      if (refusal) return refusal;
      await directory.transaction('rw', [directory.book, directory.filling], async () => {
        await directory.book.add(entry);
        await directory.filling.delete(entry.id);
      });
      return entry;
    },
    isEmpty: (bookId) => withDatabase(bookId, isEmptyDatabase),
    async attachBook(bookId, workspaceId, server, intake) {
      const entry = await directory.book.get(bookId);
      if (entry === undefined) return replicaRefusals.no_such_book({ book_id: bookId });
      if (entry.is_sample) return replicaRefusals.book_is_made_up({ name: entry.name });
      if (entry.workspace_id !== null) return replicaRefusals.book_is_attached({ name: entry.name });
      const { signal } = new AbortController();
      const refusal = await withDatabase(bookId, (database) => bringBook(database, entry.name, server, intake, signal));
      if (refusal) return refusal;
      const attached = { ...entry, workspace_id: workspaceId };
      await directory.book.put(attached);
      return attached;
    },
    async removeBook(bookId) {
      await Dexie.delete(databaseName(bookId));
      await directory.book.delete(bookId);
      await directory.tokens.delete(bookId);
    },
    keepTokens: async (bookId, tokens) => void (await directory.tokens.put({ book_id: bookId, ...keptTokens(tokens, clock) })),
    forgetTokens: async () => directory.tokens.clear(),
    async bearerFor(bookId) {
      const read = async () => directory.tokens.get(bookId);
      if ((await read()) === undefined) return undefined;
      const write = async (tokens: KeptTokens) => void (await directory.tokens.put({ book_id: bookId, ...tokens }));
      return openBearer({ name: bookId, origin, shelf: { read, write }, locks: webLocks, clock });
    },
  };
}

async function withDatabase<T>(bookId: Id, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(bookId);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
