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
    for (const key of row.shown) await begin(key, row.place);
    const stale = row.shown.some(isChanged);
    tell('before', row, row.facts);
    if (!gone.has(row.command_id)) {
      const again = stale ? await decideAgain(row) : row;
      if (again !== row) rewritten.push(again);
      for (const key of again.shown) await begin(key, row.place);
      tell('after', again, again.facts);
      await queue.follow(again.touches.filter(isChanged));
    }
    await queue.follow(row.touches.filter(isChanged));
  }

  /** A thing comes into the story as the rows before this place left it, which is the same in both tellings. */
  async function begin(key: Key, place: number): Promise<void> {
    if (!tellings.has(key)) tellings.set(key, await tellingAt(db, key, place));
  }

  function isChanged(key: Key): boolean {
    const telling = tellings.get(key);
    return !sameState(telling?.before, telling?.after);
  }

  function tell(which: 'before' | 'after', row: OutboxRow, facts: readonly SettledFact[]): void {
    for (const fact of facts) {
      const telling = tellings.get(keyOf(fact));
      if (telling === undefined) throw new Error(`${row.command.type} has a fact about what it was not shown`);
      tellings.set(keyOf(fact), { ...telling, [which]: folded(telling[which], fact, row) });
    }
  }

  async function decideAgain(row: OutboxRow): Promise<OutboxRow> {
    const known = new Map([...tellings].map(([key, { after }]) => [key, after]));
    const load = async (key: Key): Promise<Versioned | undefined> => {
      await begin(key, row.place);
      return tellings.get(key)?.after;
    };
    const wanted = row.doubt === null ? tellings.get(ownKeyOf(row))?.before : row.wanted;
    return rowAfter({ ...row, wanted }, await decidedOrDoubted(row, known, load));
  }

  return { tellings, rows: rewritten };
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
