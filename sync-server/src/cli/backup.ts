import { existsSync } from 'node:fs';
import { systemClock } from '../host/index.ts';
import { backupShelfIn, takeBackup } from '../operations/index.ts';
import { openSqlite } from '../storage/index.ts';
import { readHead } from '../workspace/index.ts';
import type { Verb } from './verb.ts';

/** Backs up a book, whether a server is using it or not; encrypted when TAFFRAIL_BACKUP_KEY is set. */
export const backupVerb: Verb = async ({ config, data, workspaceId, say }, folder = data.backups) => {
  const { book: bookPath } = data.filesOf(workspaceId);
  if (!existsSync(bookPath)) {
    say(`There is no workspace ${workspaceId} in ${data.path}.`);
    return false;
  }
  const book = openSqlite(bookPath, { mustExist: true });
  try {
    const { path, header } = await takeBackup({
      book,
      workspaceId,
      shelf: backupShelfIn(folder),
      now: systemClock.now(),
      passphrase: config.backupPassphrase,
      kept: config.backupsKept,
      readHead,
    });
    const secrecy = header.key ? 'encrypted' : 'not encrypted (set TAFFRAIL_BACKUP_KEY to change that)';
    say(`${path}: ${header.head.seq} facts, ${secrecy}.`);
    return true;
  } finally {
    book.close();
  }
};
