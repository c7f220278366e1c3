import type { DocumentTables } from './tables.ts';

const NOTHING_WRITTEN = new Uint8Array([0, 0]);

/** Every document is to be compared with the server anew, whatever it was thought to have. Part of a transaction of the caller. */
export async function compareAgain({ document, writing }: DocumentTables): Promise<void> {
  const names = await document.toCollection().primaryKeys();
  await document.toCollection().modify(forgetChange);
  await writing.bulkAdd(names.map((name) => ({ name, content: NOTHING_WRITTEN, waits: name })));
}

function forgetChange(row: { server_change?: number }): void {
  delete row.server_change;
}
