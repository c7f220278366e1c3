import { existsSync } from 'node:fs';
import { serverContexts } from '../contexts.ts';
import { systemClock } from '../host/index.ts';
import { backupShelfIn, takeBackup } from '../operations/index.ts';
import { openBlobFolder, openSqlite } from '../storage/index.ts';
import { blobsOf, readHead } from '../workspace/index.ts';
import type { Verb } from './verb.ts';

/** Backs up a book, whether a server is using it or not; encrypted when TAFFRAIL_BACKUP_KEY is set. */
export const backupVerb: Verb = async ({ config, data, workspaceId, say }, folder = data.backups) => {
  const { book: bookPath, blobs: blobsPath } = data.filesOf(workspaceId);
  if (!existsSync(bookPath)) {
    say(`There is no workspace ${workspaceId} in ${data.path}.`);
    return false;
  }
  const book = openSqlite(bookPath, { mustExist: true });
  const now = systemClock.now();
  try {
    const { path, header } = await takeBackup({
      book,
      blobs: openBlobFolder(blobsPath),
      workspaceId,
      shelf: backupShelfIn(folder),
      now,
      passphrase: config.backupPassphrase,
      kept: config.backupsKept,
      readHead,
      filesOf: (sql) => blobsOf(serverContexts, sql, now).map(({ name }) => name),
    });
    const secrecy = header.key ? 'encrypted' : 'not encrypted (set TAFFRAIL_BACKUP_KEY to change that)';
    say(`${path}: ${header.head.seq} facts, ${header.files} files, ${secrecy}.`);
    return true;
  } finally {
    book.close();
  }
};
