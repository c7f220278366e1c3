import type { Id, Versioned } from '@taffrail/domain/kernel';
import type { Database } from '../copy/database.ts';
import { sameState } from '../copy/sameState.ts';
import { keyOf, seenOf, type Key, type ListRow, type StateRow } from '../copy/tables.ts';
import type { Projection } from './projection.ts';
import { linesResting, replaceLines } from './sheets.ts';

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
    await replaceLines(
      db,
      projection.name,
      keys.map((key) => [idOf(key), listRow(projection, key, states)]),
    );
    written.push(...keys.map((key): ListRef => [projection.name, idOf(key)]));
  }
  return written;
}

/** Things whose own state changed, and things that rest on a part of a neighbour that did. */
async function concerned(db: Database, projection: Projection, changes: ReadonlyMap<Key, SeenChange>): Promise<ReadonlySet<Key>> {
  const own = [...changes.keys()].filter((key) => key.startsWith(`${projection.aggregate}/`));
  const moved = [...changes].filter(([, change]) => isRegarded(projection, change)).map(([key]) => key);
  const resting = moved.length === 0 ? [] : await linesResting(db, projection.name, moved);
  return new Set([...own, ...resting.map(({ id }) => `${projection.aggregate}/${id}`)]);
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

function listRow(projection: Projection, key: Key, states: ReadonlyMap<Key, StateRow | undefined>): ListRow | undefined {
  const thing = states.get(key);
  const seen = seenOf(thing);
  if (thing === undefined || seen === undefined) return undefined;
  const read = <Neighbour>(type: string, id: Id): Neighbour | undefined =>
    seenOf(states.get(keyOf({ aggregate_type: type, aggregate_id: id })))?.state as Neighbour | undefined;
  const row: unknown = projection.row(seen, { pending: thing.expected !== undefined, read });
  return row === undefined ? undefined : { id: idOf(key), reads: readsOf(projection, thing), row };
}

const idOf = (key: Key): Id => key.slice(key.indexOf('/') + 1);
