import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Id } from '@taffrail/domain/kernel';
import type { Database } from '../copy/database.ts';
import type { ListRow } from '../copy/tables.ts';
import { rowsOf } from './lists.ts';
import type { Hear } from './live.ts';
import type { Readers } from './readers.ts';

/** All rows of one list, loaded once and patched as things change, here or elsewhere. */
export function listRows(
  db: Database,
  hear: Hear,
  inTurn: ReturnType<Readers['inTurn']>,
  projection: string,
): ReadonlySignal<ReadonlyMap<Id, unknown> | undefined> {
  const rows = signal<ReadonlyMap<Id, unknown> | undefined>(undefined);
  void inTurn(load);

  hear((news) => {
    const ids = news.rows === 'all' ? 'all' : news.rows.filter(([name]) => name === projection).map(([, id]) => id);
    if (ids.length > 0) void inTurn(() => (ids === 'all' ? load() : patch(ids)));
  });

  async function load(): Promise<void> {
    const all = await rowsOf(db, projection).toArray();
    rows.value = new Map(all.map(({ id, row }) => [id, row]));
  }

  async function patch(ids: readonly Id[]): Promise<void> {
    const found = await db.list.bulkGet(ids.map((id): [string, string] => [projection, id]));
    const patched = new Map(rows.peek());
    for (const [index, id] of ids.entries()) put(patched, id, found[index]);
    rows.value = patched;
  }

  return rows;
}

function put(rows: Map<Id, unknown>, id: Id, found: ListRow | undefined): void {
  if (found === undefined) rows.delete(id);
  else rows.set(id, found.row);
}
