import type { OpenDatabase } from '../copy/database.ts';
import { readMeta, writeMeta } from '../copy/meta.ts';
import { compareAgain } from '../documents/compareAgain.ts';

/**
 * A book that counts in another log stands on another server, or on one that was restored from before it knew what it had
 * said it knew: every document is compared with it again, and every file offered again.
 */
export function noticeOtherLog(db: OpenDatabase): Promise<void> {
  return db.transaction('rw', [db.document, db.writing, db.file, db.meta], async (transaction) => {
    const tables = transaction as unknown as OpenDatabase;
    const logId = (await readMeta(tables, 'place'))?.log_id;
    const known = await readMeta(tables, 'papers_log_id');
    if (logId === undefined || logId === known) return;
    await writeMeta(tables, 'papers_log_id', logId);
    if (known === undefined) return;
    await compareAgain(tables);
    await tables.file.filter(({ content }) => content !== undefined).modify((row) => void Object.assign(row, { waits: row.hash }));
  });
}
