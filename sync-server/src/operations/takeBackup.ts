import { rm } from 'node:fs/promises';
import type { Instant } from '@taffrail/domain/kernel';
import { openSqlite, type SqliteBook } from '../storage/index.ts';
import type { Head, ReadSql } from '../workspace/index.ts';
import { writeBackup } from './backupFile.ts';
import type { BackupHeader } from './backupHeader.ts';
import type { BackupShelf } from './backupShelf.ts';

export interface BackupRound {
  readonly book: SqliteBook;
  readonly workspaceId: string;
  readonly shelf: BackupShelf;
  readonly now: Instant;
  readonly passphrase: string | undefined;
  readonly kept: number;
  /** Reads the last fact of a book. It is asked about the copy, which may be ahead of the moment the copying began. */
  readonly readHead: (sql: ReadSql) => Head;
}

export interface TakenBackup {
  readonly path: string;
  readonly header: BackupHeader;
}

/** Backs up a book while it is in use, then clears away the backups that are too many. */
export async function takeBackup({ book, workspaceId, shelf, now, passphrase, kept, readHead }: BackupRound): Promise<TakenBackup> {
  shelf.removeLeftovers(now);
  const copyPath = shelf.copyPathFor(workspaceId, now);
  const path = shelf.pathFor(workspaceId, now);
  try {
    await book.backupTo(copyPath);
    const head = headOfCopy(copyPath, readHead);
    const header = await writeBackup({ sqlitePath: copyPath, backupPath: path, workspaceId, madeAt: now, head, passphrase });
    shelf.keepNewest(workspaceId, kept);
    return { path, header };
  } finally {
    await rm(copyPath, { force: true });
  }
}

function headOfCopy(copyPath: string, readHead: BackupRound['readHead']): Head {
  const copy = openSqlite(copyPath, { mustExist: true });
  try {
    return readHead(copy.sql);
  } finally {
    copy.close();
  }
}
