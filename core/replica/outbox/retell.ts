import { contexts } from '@taffrail/domain';
import { evolve, isRefusal, type SettledFact, type Versioned } from '@taffrail/domain/kernel';
import type { Database } from '../copy/database.ts';
import { sameState } from '../copy/sameState.ts';
import { keyOf, type Key, type OutboxRow } from '../copy/tables.ts';
import { replicaRefusals } from '../refusals.ts';
import { outcomeOf } from './outboxRow.ts';
import { aggregateTypeOf } from './waitingCommand.ts';
import { settleHere, type Decided, type Known } from './settleHere.ts';

/** One thing as the log has it, and as the two tellings have it so far: the one the trader has seen, and the one that is true now. */
export interface Telling {
  readonly confirmed: Versioned | undefined;
  readonly before: Versioned | undefined;
  readonly after: Versioned | undefined;
}

export interface Retold {
  readonly tellings: ReadonlyMap<Key, Telling>;
  /** Rows that came to something else this time. */
  readonly rows: readonly OutboxRow[];
}

/**
 * Tells the story of the waiting commands again after `changes` in what is confirmed, without the rows that are `gone`.
 * The old story and the new one are told side by side, so a command is decided again exactly where something it
 * looked at is no longer what it saw.
 */
export async function retell(db: Database, changes: ReadonlyMap<Key, Telling>, gone: ReadonlySet<string>): Promise<Retold> {
  const tellings = new Map(changes);
  const rewritten: OutboxRow[] = [];
  const queue = openQueue(db);
  await queue.follow([...changes.keys()]);

  for (let row = queue.next(); row !== undefined; row = queue.next()) {
    const scene = openScene(db, tellings, row);
    for (const key of row.shown) await scene.look(key);
    const stale = row.shown.some((key) => isChanged(scene.telling(key)));
    scene.tell('before', row.facts);
    if (!gone.has(row.command_id)) {
      const again = stale ? await decideAgain(row, scene) : row;
      if (again !== row) rewritten.push(again);
      scene.tell('after', again.facts);
    }
    // What has come to differ here is told to its end; what has not needs no telling.
    const differing = [...scene.aside].filter(([, telling]) => isChanged(telling));
    for (const [key, telling] of differing) tellings.set(key, telling);
    await queue.follow(differing.map(([key]) => key));
  }
  return { tellings, rows: rewritten };
}

type Scene = ReturnType<typeof openScene>;

/** What one row looks at: things whose story is being told, and beside it those that are the same in both, as the rows before left them. */
function openScene(db: Database, tellings: Map<Key, Telling>, row: OutboxRow) {
  const aside = new Map<Key, Telling>();

  async function look(key: Key): Promise<Telling> {
    const known = tellings.get(key) ?? aside.get(key);
    if (known) return known;
    const begun = await tellingAt(db, key, row.place);
    aside.set(key, begun);
    return begun;
  }

  function telling(key: Key): Telling {
    const known = tellings.get(key) ?? aside.get(key);
    if (known === undefined) throw new Error(`${row.command.type} has a fact about ${key}, which it was not shown`);
    return known;
  }

  function tell(which: 'before' | 'after', facts: readonly SettledFact[]): void {
    for (const fact of facts) {
      const key = keyOf(fact);
      const so = telling(key);
      (tellings.has(key) ? tellings : aside).set(key, { ...so, [which]: folded(so[which], fact, row) });
    }
  }

  return { aside, look, telling, tell };
}

const isChanged = ({ before, after }: Telling): boolean => !sameState(before, after);

async function decideAgain(row: OutboxRow, scene: Scene): Promise<OutboxRow> {
  const wanted = row.doubt === null ? scene.telling(ownKeyOf(row)).before : row.wanted;
  const load = async (key: Key): Promise<Versioned | undefined> => (await scene.look(key)).after;
  return rowAfter({ ...row, wanted }, await decidedOrDoubted(row, new Map(), load));
}

type Undecided = Omit<OutboxRow, 'place'>;

export async function decidedOrDoubted(row: Undecided, known: Known, load: Parameters<typeof settleHere>[3]): Promise<Decided> {
  try {
    return await settleHere(row.command, row.made_at, known, load);
  } catch (error) {
    // A rule may meet what it holds to be impossible, such as a trade without its account after a backup was restored. That must not stop the log.
    const problem = error instanceof Error ? error.message : String(error);
    return { outcome: replicaRefusals.not_decided_here({ problem }), shown: row.shown };
  }
}

const ownKeyOf = ({ command }: OutboxRow): Key => keyOf({ aggregate_type: aggregateTypeOf(command), aggregate_id: command.aggregate_id });

export function rowAfter<Row extends Undecided>(row: Row, { outcome, shown }: Decided): Row {
  if (!isRefusal(outcome)) return { ...row, ...outcomeOf(outcome, shown) };
  return { ...row, facts: [], touches: [], shown, moments: [], doubt: outcome };
}

function folded(state: Versioned | undefined, fact: SettledFact, { made_at }: OutboxRow): Versioned {
  return evolve(contexts, state, { ...fact, recorded_at: made_at });
}

async function tellingAt(db: Database, key: Key, place: number): Promise<Telling> {
  const confirmed = (await db.state.get(key))?.confirmed;
  const state = await expectedBefore(db, key, place, confirmed);
  return { confirmed, before: state, after: state };
}

/** One thing as the rows before a place in the outbox leave it. */
export async function expectedBefore(
  db: Database,
  key: Key,
  place: number,
  confirmed: Versioned | undefined,
): Promise<Versioned | undefined> {
  const rows = await db.outbox.where('touches').equals(key).sortBy('place');
  let state = confirmed;
  for (const row of rows.filter((each) => each.place < place)) {
    for (const fact of row.facts) if (keyOf(fact) === key) state = folded(state, fact, row);
  }
  return state;
}

/** Rows in their order, found by what they were shown; following another key adds the rows that are still to come. */
function openQueue(db: Database) {
  const followed = new Set<Key>();
  const waiting = new Map<number, OutboxRow>();
  let places: number[] = [];
  let last = 0;

  async function follow(keys: readonly Key[]): Promise<void> {
    const added = keys.filter((key) => !followed.has(key));
    if (added.length === 0) return;
    for (const key of added) followed.add(key);
    for (const row of await db.outbox.where('shown').anyOf(added).distinct().toArray()) {
      if (row.place > last) waiting.set(row.place, row);
    }
    places = [...waiting.keys()].toSorted((a, b) => b - a);
  }

  function next(): OutboxRow | undefined {
    const place = places.pop();
    if (place === undefined) return undefined;
    const row = waiting.get(place);
    waiting.delete(place);
    last = place;
    return row;
  }

  return { follow, next };
}
