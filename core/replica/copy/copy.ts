import { isRefusal, type Id, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { replicaRefusals } from '../refusals.ts';
import { writeLists, type ListRef, type SeenChange } from '../views/lists.ts';
import type { Projection } from '../views/projection.ts';
import { isLetGo, type Database, type OpenDatabase } from './database.ts';
import { refOf, seenOf, type Key, type StateRow } from './tables.ts';

/** One book on this device, as everything that works on it sees it. */
export interface Copy {
  /** In the work of a transaction, the tables of that transaction. */
  readonly db: Database;
  readonly projections: readonly Projection[];
  /** The device's clock, set right by what the server says the time is. */
  now(): Instant;
  nextId(): Id;
  announce(news: News): void;
}

export interface OpenCopy extends Copy {
  readonly db: OpenDatabase;
}

/** What a transaction changed, for whoever shows it: in this tab and in the others. */
export interface News {
  readonly types: readonly string[];
  readonly rows: readonly ListRef[] | 'all';
  /** Commands came, left or turned into conflicts. */
  readonly outbox: boolean;
}

export type StateSides = readonly [Key, Pick<StateRow, 'confirmed' | 'expected'>];

/** What the work of a transaction says it did. */
export interface Draft {
  /** Both sides of each thing, replaced. */
  writeStates(states: readonly StateSides[]): Promise<void>;
  outboxChanged(): void;
  /** Facts about these came without any state changing. */
  mention(types: readonly string[]): void;
}

type Work<T> = (copy: Copy, draft: Draft) => Promise<T>;

/**
 * The one way anything is written: all of it or nothing, with the rows of the lists it leads to, and told to everybody
 * who looks at it once it is durable. Work that comes to a refusal has written nothing.
 */
export async function change<T>(copy: OpenCopy, work: Work<T>): Promise<T | Refusal> {
  const { db } = copy;
  const tables = [db.state, db.fact, db.outbox, db.conflict, db.sheet, db.meta];
  try {
    const { result, news } = await db.transaction('rw', tables, (transaction) =>
      // Tables by way of the transaction stay in it whatever else goes on at the same time; Dexie's own tracking loses it then.
      written({ ...copy, db: transaction }, work),
    );
    if (news.types.length > 0 || news.outbox) copy.announce(news);
    return result;
  } catch (error) {
    if (isFull(error)) return replicaRefusals.storage_full();
    if (isLetGo(error)) return replicaRefusals.book_let_go();
    throw error;
  }
}

async function written<T>(copy: Copy, work: Work<T>): Promise<{ result: T; news: News }> {
  const { db, projections } = copy;
  const changes = new Map<Key, SeenChange>();
  const types = new Set<string>();
  let outbox = false;
  const result = await work(copy, {
    async writeStates(states) {
      for (const [key, seen] of await replaceStates(db, states)) changes.set(key, { ...seen, before: (changes.get(key) ?? seen).before });
    },
    outboxChanged: () => void (outbox = true),
    mention: (mentioned) => mentioned.forEach((type) => types.add(type)),
  });
  if (isRefusal(result) && (outbox || changes.size > 0)) throw new Error(`refused as ${result.code} after something was written`);
  const rows = await writeLists(db, projections, changes);
  for (const key of changes.keys()) types.add(refOf(key).aggregate_type);
  return { result, news: { types: [...types], rows: rows.length > MOST_ROWS_TOLD ? 'all' : rows, outbox } };
}

/** Beyond these, reading a list anew costs less than patching it. */
const MOST_ROWS_TOLD = 500;

async function replaceStates(db: Database, states: readonly StateSides[]): Promise<ReadonlyMap<Key, SeenChange>> {
  const keys = states.map(([key]) => key);
  const before = await db.state.bulkGet(keys);
  const rows = states.map(([key, sides]): StateRow => ({ key, ...refOf(key), ...sides }));
  const [kept, gone] = [rows.filter(seenOf), rows.filter((row) => seenOf(row) === undefined)];
  if (kept.length > 0) await db.state.bulkPut(kept);
  if (gone.length > 0) await db.state.bulkDelete(gone.map(({ key }) => key));
  return new Map(rows.map((row, index) => [row.key, { before: seenOf(before[index]), after: row }]));
}

/** A browser says it as the cause of a transaction that it took back. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner } = error as { inner?: unknown };
  return error.name === 'QuotaExceededError' || isFull(inner) || isFull(error.cause);
}
