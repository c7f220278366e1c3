import type { Id, Instant, Json } from '@taffrail/domain/kernel';
import type { Database, OpenDatabase } from './database.ts';
import { keyOf, type FactRow, type OutboxRow } from './tables.ts';

/** A fact as the device shows it, whether the server has it or not. */
export interface DeviceFact {
  /** The same from one reading to the next, until the server gives the fact an id of its own. */
  readonly id: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: Id;
  readonly aggregate_version: number;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly payload: Json;
  readonly command_id: string;
  readonly on_server: boolean;
}

/** The history of one thing, in order: what is confirmed, then what waits. */
export async function factsOf(db: OpenDatabase, aggregateType: string, id: Id): Promise<readonly DeviceFact[]> {
  const key = keyOf({ aggregate_type: aggregateType, aggregate_id: id });
  const [confirmed, rows] = await db.transaction('r', [db.fact, db.outbox], async ({ fact, outbox }: Database) => [
    await fact
      .where('[aggregate_type+aggregate_id+event_seq]')
      .between([aggregateType, id, 0], [aggregateType, id, Number.MAX_SAFE_INTEGER])
      .toArray(),
    await outbox.where('touches').equals(key).sortBy('place'),
  ]);
  return [...confirmed.map(confirmedFact), ...rows.flatMap(waitingFacts).filter((fact) => keyOf(fact) === key)];
}

/** What happened in the market from one moment to just before another, in the order it happened. */
export async function factsBetween(db: OpenDatabase, from: Instant, to: Instant): Promise<readonly DeviceFact[]> {
  const [confirmed, rows] = await db.transaction('r', [db.fact, db.outbox], async ({ fact, outbox }: Database) => [
    await fact.where('occurred_at').between(from, to).toArray(),
    await outbox.where('moments').between(from, to).distinct().sortBy('place'),
  ]);
  const waiting = rows.flatMap(waitingFacts).filter(({ occurred_at }) => from <= occurred_at && occurred_at < to);
  const inLogOrder = confirmed.toSorted((a, b) => a.event_seq - b.event_seq).map(confirmedFact);
  return [...inLogOrder, ...waiting].toSorted((a, b) => (a.occurred_at < b.occurred_at ? -1 : Number(a.occurred_at > b.occurred_at)));
}

function confirmedFact({ event_id, event_seq: _, ...fact }: FactRow): DeviceFact {
  return { ...fact, id: event_id, on_server: true };
}

function waitingFacts({ command_id, made_at, facts }: OutboxRow): readonly DeviceFact[] {
  return facts.map((fact, index) => ({ ...fact, id: `${command_id}/${index}`, recorded_at: made_at, command_id, on_server: false }));
}
