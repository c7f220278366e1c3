import { rm } from 'node:fs/promises';
import { isRefusal, type Instant } from '@taffrail/domain/kernel';
import { openSqlite, type SqliteBook } from '../storage/index.ts';
import type { Blobs, Head, ReadSql } from '../workspace/index.ts';
import { readBackup, writeBackup } from './backupFile.ts';
import type { BackupHeader } from './backupHeader.ts';
import type { BackupShelf } from './backupShelf.ts';

export interface BackupRound {
  readonly book: SqliteBook;
  readonly blobs: Pick<Blobs, 'read'>;
  readonly workspaceId: string;
  readonly shelf: BackupShelf;
  readonly now: Instant;
  readonly passphrase: string | undefined;
  readonly kept: number;
  /** Reads the last fact of a book. It is asked about the copy, which may be ahead of the moment the copying began. */
  readonly readHead: (sql: ReadSql) => Head;
  /** The files a book speaks of, by name; asked about the copy as well. */
  readonly filesOf: (sql: ReadSql) => readonly string[];
}

export interface TakenBackup {
  readonly path: string;
  readonly header: BackupHeader;
}

/** Backs up a book while it is in use, reads the backup back, then clears away those that are too many. */
export async function takeBackup(round: BackupRound): Promise<TakenBackup> {
  const { book, blobs, workspaceId, shelf, now, passphrase, kept } = round;
  shelf.removeLeftovers(now);
  const copyPath = shelf.copyPathFor(workspaceId, now);
  const path = shelf.pathFor(workspaceId, now);
  try {
    await book.backupTo(copyPath);
    const { head, files } = lookAtCopy(copyPath, round);
    const header = await writeBackup({ sqlitePath: copyPath, files, blobs, backupPath: path, workspaceId, madeAt: now, head, passphrase });
    await readBack(path, `${copyPath}.again`, passphrase);
    shelf.keepNewest(workspaceId, kept);
    return { path, header };
  } finally {
    await rm(copyPath, { force: true });
  }
}

function lookAtCopy(copyPath: string, { readHead, filesOf }: BackupRound): { head: Head; files: readonly string[] } {
  const copy = openSqlite(copyPath, { mustExist: true });
  try {
    return { head: readHead(copy.sql), files: filesOf(copy.sql) };
  } finally {
    copy.close();
  }
}

/** A backup that cannot be read is none, and must not push out one that can. */
async function readBack(path: string, unpackedPath: string, passphrase: string | undefined): Promise<void> {
  // Each file is held against its name before it is written, and that is all that is asked of it here.
  const nowhere = { write: () => Promise.resolve() };
  try {
    const read = await readBackup(path, { sqlitePath: unpackedPath, blobs: nowhere }, passphrase);
    if (!isRefusal(read)) return;
    await rm(path, { force: true });
    throw new Error(`the backup ${path} could not be read back and was removed: ${read.sentence}`);
  } finally {
    await rm(unpackedPath, { force: true });
  }
}
