import { rm } from 'node:fs/promises';
import type { Instant } from '@taffrail/domain/kernel';
import { openSqlite, type SqliteBook } from '../storage/index.ts';
import type { Blobs, Head, ReadSql } from '../workspace/index.ts';
import { writeBackup } from './backupFile.ts';
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

/** Backs up a book while it is in use, then clears away the backups that are too many. */
export async function takeBackup(round: BackupRound): Promise<TakenBackup> {
  const { book, blobs, workspaceId, shelf, now, passphrase, kept } = round;
  shelf.removeLeftovers(now);
  const copyPath = shelf.copyPathFor(workspaceId, now);
  const path = shelf.pathFor(workspaceId, now);
  try {
    await book.backupTo(copyPath);
    const { head, files } = lookAtCopy(copyPath, round);
    const header = await writeBackup({ sqlitePath: copyPath, files, blobs, backupPath: path, workspaceId, madeAt: now, head, passphrase });
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
