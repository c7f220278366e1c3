import { instantFromMs, type Id, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { Dexie, type Table } from 'dexie';
import { databaseName, openDatabase } from '../copy/database.ts';
import { readMeta, type Place } from '../copy/meta.ts';
import { keptTokens, openBearer, type Bearer, type KeptTokens, type Tokens } from '../line/bearer.ts';
import type { ServerLine } from '../line/serverLine.ts';
import { replicaRefusals } from '../refusals.ts';
import { webLocks, type Clock, type Ids } from '../surroundings.ts';

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
  /** From now on a book of this device belongs to a workspace: what waits in it is sent there when it is opened with its line. */
  attachBook(bookId: Id, workspaceId: string, server: ServerLine): Promise<BookEntry | Refusal>;
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
};

export function openBooks(clock: Clock, ids: Ids): Books {
  const directory = new Dexie('taffrail-books', { chromeTransactionDurability: 'strict' }) as Directory;
  directory.version(1).stores({ book: 'id, workspace_id, made_at' });
  directory.version(2).stores({ tokens: 'book_id' });

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
    async attachBook(bookId, workspaceId, server) {
      const entry = await directory.book.get(bookId);
      if (entry === undefined) return replicaRefusals.no_such_book({ book_id: bookId });
      if (entry.is_sample) return replicaRefusals.book_is_made_up({ name: entry.name });
      if (entry.workspace_id !== null) return replicaRefusals.book_is_attached({ name: entry.name });
      const place = await placeOf(bookId);
      if (place && !(await isLogOf(place, server))) return replicaRefusals.book_of_another_log({ name: entry.name });
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
      return openBearer({ name: bookId, origin: '', shelf: { read, write }, locks: webLocks, clock });
    },
  };
}

/** A book restored from an export has facts of the log it came from. They enter a workspace by import, not one by one. */
async function placeOf(bookId: Id): Promise<Place | undefined> {
  const db = await openDatabase(bookId);
  const place = await readMeta(db, 'place');
  db.close();
  return place;
}

async function isLogOf(place: Place, server: ServerLine): Promise<boolean> {
  const reply = await server.snapshot(undefined, new AbortController().signal);
  return reply.kind === 'answered' && reply.value.log_id === place.log_id;
}
