import type { Id, Versioned } from '@taffrail/domain/kernel';
import { Dexie, type Collection } from 'dexie';
import type { Database } from '../copy/database.ts';
import { sameState } from '../copy/sameState.ts';
import { keyOf, seenOf, type Key, type ListRow, type StateRow } from '../copy/tables.ts';
import type { Projection } from './projection.ts';

/** What the trader saw of one thing, and sees now. */
export interface SeenChange {
  readonly before: Versioned | undefined;
  readonly after: StateRow | undefined;
}

export type ListRef = readonly [projection: string, id: Id];

/** Works out the rows that follow from these changes, in the transaction of the changes. */
export async function writeLists(
  db: Database,
  projections: readonly Projection[],
  changes: ReadonlyMap<Key, SeenChange>,
): Promise<readonly ListRef[]> {
  const states = new Map<Key, StateRow | undefined>([...changes].map(([key, { after }]) => [key, after]));
  const written: ListRef[] = [];
  for (const projection of projections) {
    const keys = [...(await concerned(db, projection, changes))];
    await loadInto(states, db, keys);
    const things = keys.flatMap((key) => states.get(key) ?? []);
    await loadInto(states, db, [...new Set(things.flatMap((thing) => readsOf(projection, thing)))]);
    await replaceRows(db, projection, keys, states);
    written.push(...keys.map((key): ListRef => [projection.name, idOf(key)]));
  }
  return written;
}

/** Things whose own state changed, and things that rest on a part of a neighbour that did. */
async function concerned(db: Database, projection: Projection, changes: ReadonlyMap<Key, SeenChange>): Promise<ReadonlySet<Key>> {
  const own = [...changes.keys()].filter((key) => key.startsWith(`${projection.aggregate}/`));
  const moved = [...changes].filter(([, change]) => isRegarded(projection, change)).map(([key]) => key);
  const resting = moved.length === 0 ? [] : await db.list.where('reads').anyOf(moved).distinct().toArray();
  return new Set([
    ...own,
    ...resting.filter((row) => row.projection === projection.name).map((row) => `${projection.aggregate}/${row.id}`),
  ]);
}

function isRegarded(projection: Projection, { before, after }: SeenChange): boolean {
  const now = seenOf(after);
  if (after?.aggregate_type === projection.aggregate || before === undefined || now === undefined) return false;
  const part = (state: Versioned): Versioned => ({ version: 0, state: projection.regards(state) });
  return !sameState(part(before), part(now));
}

async function loadInto(states: Map<Key, StateRow | undefined>, db: Database, keys: readonly Key[]): Promise<void> {
  const missing = keys.filter((key) => !states.has(key));
  if (missing.length === 0) return;
  const rows = await db.state.bulkGet(missing);
  for (const [index, key] of missing.entries()) states.set(key, rows[index]);
}

function readsOf(projection: Projection, thing: StateRow): readonly Key[] {
  const seen = seenOf(thing);
  return seen === undefined ? [] : projection.reads(seen.state).map(keyOf);
}

async function replaceRows(
  db: Database,
  projection: Projection,
  keys: readonly Key[],
  states: ReadonlyMap<Key, StateRow | undefined>,
): Promise<void> {
  const rows = keys.flatMap((key) => listRow(projection, key, states) ?? []);
  const shown = new Set(rows.map(({ id }) => id));
  const hidden = keys.map(idOf).filter((id) => !shown.has(id));
  if (rows.length > 0) await db.list.bulkPut(rows);
  if (hidden.length > 0) await db.list.bulkDelete(hidden.map((id) => [projection.name, id]));
}

function listRow(projection: Projection, key: Key, states: ReadonlyMap<Key, StateRow | undefined>): ListRow | undefined {
  const thing = states.get(key);
  const seen = seenOf(thing);
  if (thing === undefined || seen === undefined) return undefined;
  const read = <Neighbour>(type: string, id: Id): Neighbour | undefined =>
    seenOf(states.get(keyOf({ aggregate_type: type, aggregate_id: id })))?.state as Neighbour | undefined;
  const row: unknown = projection.row(seen, { pending: thing.expected !== undefined, read });
  return row === undefined ? undefined : { projection: projection.name, id: idOf(key), reads: readsOf(projection, thing), row };
}

/** By the table's own key: an index would lead to each row one by one. */
export function rowsOf(db: Database, projection: string): Collection<ListRow, [string, string]> {
  return db.list.where('[projection+id]').between([projection, Dexie.minKey], [projection, Dexie.maxKey]);
}

const idOf = (key: Key): Id => key.slice(key.indexOf('/') + 1);
