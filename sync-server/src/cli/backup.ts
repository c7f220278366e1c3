import { existsSync } from 'node:fs';
import { serverContexts } from '../contexts.ts';
import { systemClock } from '../host/index.ts';
import { backupShelfIn, takeBackup, takeRegistryBackup, type TakenBackup } from '../operations/index.ts';
import { openBlobFolder, openSqlite } from '../storage/index.ts';
import { blobsOf, readHead } from '../workspace/index.ts';
import type { Desk, Verb } from './verb.ts';

/** Backs up a book and the registry, whether a server is using them or not; encrypted when TAFFRAIL_BACKUP_KEY is set. */
export const backupVerb: Verb = async (desk, folder = desk.data.backups) => {
  const { data, workspaceId, say } = desk;
  if (!existsSync(data.filesOf(workspaceId).book)) {
    say(`There is no workspace ${workspaceId} in ${data.path}.`);
    return false;
  }
  const book = await backUpBook(desk, folder);
  say(`${book.path}: ${book.header.head.seq} facts, ${book.header.files} files, ${secrecyOf(book)}.`);
  const registry = await backUpRegistry(desk, folder);
  if (registry) say(`${registry.path}: the registry, ${secrecyOf(registry)}.`);
  return true;
};

async function backUpBook({ config, data, workspaceId }: Desk, folder: string): Promise<TakenBackup> {
  const files = data.filesOf(workspaceId);
  const book = openSqlite(files.book, { mustExist: true });
  const now = systemClock.now();
  try {
    return await takeBackup({
      book,
      blobs: openBlobFolder(files.blobs),
      workspaceId,
      shelf: backupShelfIn(folder),
      now,
      passphrase: config.backupPassphrase,
      kept: config.backupsKept,
      readHead,
      filesOf: (sql) => blobsOf(serverContexts, sql, now).map(({ name }) => name),
    });
  } finally {
    book.close();
  }
}

/** Undefined where nobody is in it yet. */
async function backUpRegistry({ config, data }: Desk, folder: string): Promise<TakenBackup | undefined> {
  if (!existsSync(data.registry)) return undefined;
  const registry = openSqlite(data.registry, { mustExist: true });
  try {
    return await takeRegistryBackup({ registry, shelf: backupShelfIn(folder), config, now: systemClock.now() });
  } finally {
    registry.close();
  }
}

const secrecyOf = ({ header }: TakenBackup): string =>
  header.key ? 'encrypted' : 'not encrypted (set TAFFRAIL_BACKUP_KEY to change that)';
