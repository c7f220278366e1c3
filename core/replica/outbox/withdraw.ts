import type { Draft, StateSides } from '../copy/copy.ts';
import type { Database } from '../copy/database.ts';
import type { Key, OutboxRow } from '../copy/tables.ts';
import { retell, type Telling } from './retell.ts';

/** Takes rows out of the outbox and writes what the trader sees from then on, given what has changed in the log's states. */
export async function withdraw(db: Database, draft: Draft, gone: readonly OutboxRow[], changes: ReadonlyMap<Key, Telling>): Promise<void> {
  const concerned = new Map(changes);
  for (const key of gone.flatMap(({ touches }) => touches)) {
    if (!concerned.has(key)) concerned.set(key, unchanged((await db.state.get(key))?.confirmed));
  }
  const { tellings, rows } = await retell(db, concerned, new Set(gone.map(({ command_id }) => command_id)));
  await db.outbox.bulkDelete(gone.map(({ place }) => place));
  if (rows.length > 0) await db.outbox.bulkPut([...rows]);
  await draft.writeStates([...tellings].map(sidesOf));
  if (gone.length > 0 || rows.length > 0) draft.outboxChanged();
}

const unchanged = (confirmed: Telling['confirmed']): Telling => ({ confirmed, before: confirmed, after: confirmed });

function sidesOf([key, { confirmed, after }]: readonly [Key, Telling]): StateSides {
  const isExpected = after !== undefined && after.version > (confirmed?.version ?? 0);
  return [key, { confirmed, expected: isExpected ? after : undefined }];
}
