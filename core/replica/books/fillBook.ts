import { addMs, instantFromMs, isRefusal, type Id, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { Dexie, type Table } from 'dexie';
import { isFull } from '../copy/copy.ts';
import { databaseName, openDatabase, type OpenDatabase } from '../copy/database.ts';
import { replicaRefusals } from '../refusals.ts';

/** A database that is being filled, noted so that one whose tab was closed half-way is removed another day. */
export interface Filling {
  readonly id: Id;
  readonly begun_at: Instant;
}

export type Fill = (database: OpenDatabase) => Promise<Refusal | undefined>;

const GIVEN_UP_AFTER_MS = 86_400_000;

/** Makes the database of a book and fills it. It stays where that went well; otherwise nothing does. */
export async function fillDatabase(id: Id, nowMs: number, notes: Table<Filling, Id>, fill: Fill): Promise<Refusal | undefined> {
  await removeGivenUp(nowMs, notes);
  await notes.add({ id, begun_at: instantFromMs(nowMs) });
  const database = await openDatabase(id);
  let isFilled = false;
  try {
    const refusal = await fill(database);
    isFilled = !isRefusal(refusal);
    return refusal;
  } catch (error) {
    if (isFull(error)) return replicaRefusals.storage_full();
    throw error;
  } finally {
    database.close();
    if (!isFilled) await remove(id, notes);
  }
}

async function removeGivenUp(nowMs: number, notes: Table<Filling, Id>): Promise<void> {
  const before = addMs(instantFromMs(nowMs), -GIVEN_UP_AFTER_MS);
  for (const { id } of await notes.filter(({ begun_at }) => begun_at < before).toArray()) await remove(id, notes);
}

async function remove(id: Id, notes: Table<Filling, Id>): Promise<void> {
  await Dexie.delete(databaseName(id));
  await notes.delete(id);
}

/** Nothing was ever done or written in it. */
export async function isEmptyDatabase({ fact, state, outbox, conflict, document, file }: OpenDatabase): Promise<boolean> {
  const counts = await Promise.all([fact, state, outbox, conflict, document, file].map((table) => table.count()));
  return counts.every((count) => count === 0);
}
