import { contexts } from '@taffrail/domain';
import { evolve, type Refusal, type Versioned } from '@taffrail/domain/kernel';
import type { Event } from '@taffrail/sync';
import { change, type Copy, type Draft, type OpenCopy } from '../copy/copy.ts';
import { readMeta, writeMeta, type Place } from '../copy/meta.ts';
import { keyOf, type Key, type OutboxRow } from '../copy/tables.ts';
import type { Telling } from '../outbox/retell.ts';
import { withdraw } from '../outbox/withdraw.ts';

/**
 * - `arrived`: the copy is that much further; what was known already changed nothing.
 * - `gap`: facts before these are missing; nothing of them was taken.
 * - `astray`: these cannot be the next facts of this copy; it has to be loaded anew.
 */
export type Arrival = 'arrived' | 'gap' | 'astray';

/** Takes the next facts of the log: keeps them, folds them, and lets the commands go that they came of. */
export function arrive(opened: OpenCopy, logId: string, events: readonly Event[]): Promise<Arrival | Refusal> {
  return change(opened, async (copy, draft): Promise<Arrival> => {
    const place = await readMeta(copy.db, 'place');
    if (place === undefined || place.log_id !== logId) return 'astray';
    const next = events.filter(({ event_seq }) => event_seq > place.seq);
    if (next.some(({ event_seq }, index) => event_seq !== place.seq + 1 + index)) return 'gap';
    if (next.length === 0) return 'arrived';
    const changes = await folded(copy, next);
    if (changes === 'astray') return 'astray';
    await keep(copy, draft, { ...place, seq: place.seq + next.length }, next, changes);
    return 'arrived';
  });
}

async function folded({ db }: Copy, events: readonly Event[]): Promise<ReadonlyMap<Key, Telling> | 'astray'> {
  const keys = [...new Set(events.map(keyOf))];
  const rows = await db.state.bulkGet(keys);
  const before = new Map<Key, Versioned | undefined>(keys.map((key, index) => [key, rows[index]?.confirmed]));
  const after = new Map(before);
  for (const event of events) {
    const current = after.get(keyOf(event));
    const version = current?.version ?? 0;
    // A snapshot may be newer than the place it is followed from.
    if (event.aggregate_version <= version) continue;
    if (event.aggregate_version !== version + 1) return 'astray';
    after.set(keyOf(event), evolve(contexts, current, event));
  }
  return new Map(keys.map((key) => [key, { confirmed: after.get(key), before: before.get(key), after: after.get(key) }]));
}

async function keep(copy: Copy, draft: Draft, place: Place, events: readonly Event[], changes: ReadonlyMap<Key, Telling>): Promise<void> {
  const { db } = copy;
  await db.fact.bulkPut([...events]);
  await writeMeta(db, 'place', place);
  await withdraw(db, draft, await arrivedRows(copy, place, events), changes);
  await writeMeta(db, 'saved_at', { ...(await readMeta(db, 'saved_at')), server: copy.now() });
}

async function arrivedRows({ db }: Copy, { seq }: Place, events: readonly Event[]): Promise<readonly OutboxRow[]> {
  const ids = [...new Set(events.map(({ command_id }) => command_id))];
  const rows = await db.outbox.where('command_id').anyOf(ids).toArray();
  // What was accepted as a duplicate may have arrived long before its answer.
  const accepted = await db.outbox.where('accepted_seq').belowOrEqual(seq).toArray();
  return [...new Map([...rows, ...accepted].map((row) => [row.place, row])).values()];
}
