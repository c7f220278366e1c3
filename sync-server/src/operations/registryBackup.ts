import { addMs, type Instant } from '@taffrail/domain/kernel';
import { registryFigures } from '../identity/index.ts';
import { REGISTRY, type SqliteBook } from '../storage/index.ts';
import type { BackupShelf } from './backupShelf.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { takeBackup, type TakenBackup } from './takeBackup.ts';

const HOUR_MS = 3_600_000;

export interface RegistryRound {
  readonly registry: SqliteBook;
  readonly shelf: BackupShelf;
  readonly config: Pick<Config, 'backupPassphrase' | 'backupsKept'>;
  readonly now: Instant;
}

/** Who there is and what is whose, kept as a book is. Undefined where there is nobody yet. */
export async function takeRegistryBackup({ registry, shelf, config, now }: RegistryRound): Promise<TakenBackup | undefined> {
  if (registryFigures(registry.sql).people === 0) return undefined;
  return takeBackup({
    book: registry,
    blobs: { read: () => Promise.resolve(undefined) },
    workspaceId: REGISTRY,
    shelf,
    now,
    passphrase: config.backupPassphrase,
    kept: config.backupsKept,
    readHead: (sql) => ({ seq: registryFigures(sql).lastRecord, hash: '' }),
    filesOf: () => [],
  });
}

export interface RegistryBackupParts {
  readonly registry: SqliteBook;
  readonly shelf: BackupShelf;
  readonly config: Config;
  readonly now: () => Instant;
  readonly ringAt: (at: Instant, ring: () => void) => () => void;
  readonly log: Log;
}

/** The registry has no jobs of its own as a book has, so its backups are rung for. Returns how to stop, after the one under way. */
export function keepRegistryBackedUp({ registry, shelf, config, now, ringAt, log }: RegistryBackupParts): () => Promise<void> {
  const everyMs = config.backupEveryHours * HOUR_MS;
  const newest = shelf.backupsOf(REGISTRY)[0]?.madeAt;
  let underWay = Promise.resolve();
  let cancel: (() => void) | undefined;

  function ring(at: Instant): void {
    cancel = ringAt(at, () => void (underWay = round()));
  }

  async function round(): Promise<void> {
    const isTaken = await take();
    // Whoever claims the server soon has a backup; and what went wrong is tried again before a whole round has passed.
    ring(addMs(now(), isTaken ? everyMs : Math.min(HOUR_MS, everyMs)));
  }

  async function take(): Promise<boolean> {
    try {
      const taken = await takeRegistryBackup({ registry, shelf, config, now: now() });
      if (taken) log.info({ path: taken.path, encrypted: taken.header.key !== null }, 'backup of the registry');
      return taken !== undefined;
    } catch (error) {
      log.error({ err: error }, 'the backup of the registry failed');
      return false;
    }
  }

  if (everyMs > 0) ring(newest === undefined ? now() : addMs(newest, everyMs));
  return async () => {
    cancel?.();
    await underWay;
    cancel?.();
  };
}
