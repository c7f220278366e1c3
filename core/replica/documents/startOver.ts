import type { DocumentDatabase } from './shelf.ts';

const NOTHING = new Uint8Array([0, 0]);

/**
 * Another server, or one that was restored from before it knew what it had said it knew: every document on the device is
 * compared with it again, and what it lacks goes up.
 */
export function startOver(database: DocumentDatabase): Promise<void> {
  const { document, writing } = database;
  return database.transaction('rw', document, writing, async () => {
    const names = await document.toCollection().primaryKeys();
    await document.toCollection().modify(forgetChange);
    await writing.bulkAdd(names.map((name) => ({ name, content: NOTHING, waits: name })));
  });
}

function forgetChange(row: { server_change?: number }): void {
  delete row.server_change;
}
