import { addMs, type Instant } from '@taffrail/domain/kernel';
import type { SqliteBook } from '../storage/index.ts';
import { blobsOf, readHead, type Blobs, type JobHandler, type JobRequest, type ReadSql, type ServerContext } from '../workspace/index.ts';
import type { BackupShelf } from './backupShelf.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { takeBackup } from './takeBackup.ts';

export const BACKUP_JOB = 'backup';

const HOUR_MS = 3_600_000;

/** When a book is next due, going by the backups that are there: a changed setting or a long sleep needs no catching up. */
export function backupDue(workspaceId: string, shelf: BackupShelf, { backupEveryHours }: Config, now: Instant): JobRequest {
  const newest = shelf.backupsOf(workspaceId)[0]?.madeAt;
  const due = newest === undefined ? now : addMs(newest, backupEveryHours * HOUR_MS);
  return { kind: BACKUP_JOB, key: workspaceId, due_at: backupEveryHours === 0 ? null : due };
}

export interface BackupJobParts {
  readonly workspaceId: string;
  readonly book: SqliteBook;
  readonly contexts: readonly ServerContext[];
  readonly shelf: BackupShelf;
  readonly config: Config;
  readonly log: Log;
  readonly failed: (workspaceId: string, lastBackupAt: Instant | undefined) => void;
}

export function backupJob({ workspaceId, book, contexts, shelf, config, log, failed }: BackupJobParts): JobHandler {
  const take = async (now: Instant, blobs: Blobs): Promise<void> => {
    const { backupPassphrase: passphrase, backupsKept: kept } = config;
    const filesOf = (sql: ReadSql) => blobsOf(contexts, sql, now).map(({ name }) => name);
    const { path, header } = await takeBackup({ book, blobs, workspaceId, shelf, now, passphrase, kept, readHead, filesOf });
    log.info({ path, facts: header.head.seq, files: header.files, encrypted: header.key !== null }, 'backup');
  };

  return async (_, { now, blobs }) => {
    try {
      await take(now, blobs);
    } catch (error) {
      failed(workspaceId, shelf.backupsOf(workspaceId)[0]?.madeAt);
      throw error;
    }
    return config.backupEveryHours === 0 ? undefined : addMs(now, config.backupEveryHours * HOUR_MS);
  };
}
