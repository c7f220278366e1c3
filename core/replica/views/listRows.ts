import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Id } from '@taffrail/domain/kernel';
import type { Database } from '../copy/database.ts';
import type { Hear } from './live.ts';
import type { Readers } from './readers.ts';
import { inOrder, linesIn, linesOf, sheetsOf } from './sheets.ts';

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
    const sheets = await sheetsOf(db, projection).toArray();
    const lines = inOrder(sheets.flatMap(linesIn));
    rows.value = new Map(lines.map(({ id, row }) => [id, row]));
  }

  async function patch(ids: readonly Id[]): Promise<void> {
    const found = await linesOf(db, projection, ids);
    const patched = new Map(rows.peek());
    for (const id of ids) {
      const line = found.get(id);
      if (line === undefined) patched.delete(id);
      else patched.set(id, line.row);
    }
    rows.value = patched;
  }

  return rows;
}
