import { rmSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Sql } from '../workspace/index.ts';
import { createFileDurably } from './durableFile.ts';
import { faultOfCode, storageFault } from './faults.ts';
import type { Driver } from './driver.ts';
import { sqlOver } from './sql.ts';

/** SQLite waits for a lock by blocking the whole process, so a server hardly waits; whoever asked is told to come back. */
const BUSY_TIMEOUT_MS = 5;
/** Enough for the pages a busy book touches between two checkpoints. */
const CACHE_KB = 16_000;
/** 16 MB of log between checkpoints: few enough of their fsyncs, and a reopened book still reads its log in a blink. */
const CHECKPOINT_PAGES = 4_000;
const MAX_IDLE_WAL_BYTES = 64 * 1024 * 1024;
const BACKUP_PAGES_PER_STEP = 500;
/** A disk this close to full explains an input/output error; SQLite grows its files by less at a time. */
const FULL_BELOW_BYTES = 1024 * 1024;

const FULL = 2;

export interface SqliteBook {
  readonly path: string;
  readonly sql: Sql;
  /** A complete copy of this moment or a later one, while the book stays in use. */
  backupTo(path: string): Promise<void>;
  /** What SQLite finds wrong with the file, in its words; empty when nothing. */
  integrity(): string[];
  /** SQLite's own figure of how a commit is synced; 2 is FULL. */
  synchronous(): number;
  close(): void;
}

export interface OpenOptions {
  /** A book that is only looked at must not come into being by a misspelt name. */
  readonly mustExist?: boolean;
  /** How long a lock is waited for, by whom nobody waits. */
  readonly busyTimeoutMs?: number;
}

export function openSqlite(path: string, { mustExist = false, busyTimeoutMs = BUSY_TIMEOUT_MS }: OpenOptions = {}): SqliteBook {
  const faultFrom = faultsOf(path);
  const database = faulting(faultFrom, () => {
    if (!mustExist) createFileDurably(path);
    return configured(new Database(path, { fileMustExist: true, timeout: busyTimeoutMs }));
  });

  return {
    path,
    sql: sqlOver(driverOf(database, faultFrom)),
    backupTo: (target) => backup(database, target),
    integrity: () => integrity(database),
    synchronous: () => Number(database.pragma('synchronous', { simple: true })),
    close: () => void database.close(),
  };
}

function configured(database: Database.Database): Database.Database {
  try {
    const journalMode = database.pragma('journal_mode = WAL', { simple: true });
    if (journalMode !== 'wal') throw new Error(`This file system cannot keep a write-ahead log (journal_mode is ${String(journalMode)}).`);
    // A reopened WAL file comes back as NORMAL, which may lose acknowledged commits in a power cut.
    database.pragma('synchronous = FULL');
    // macOS answers a plain fsync before the drive has written; elsewhere these do nothing.
    database.pragma('fullfsync = ON');
    database.pragma('checkpoint_fullfsync = ON');
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma(`cache_size = -${CACHE_KB}`);
    // What an inner transaction may have to take back is small and needs no file.
    database.pragma('temp_store = MEMORY');
    database.pragma('cell_size_check = ON');
    // A mapped file turns an input/output error into a crash of the process.
    database.pragma('mmap_size = 0');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.pragma(`journal_size_limit = ${MAX_IDLE_WAL_BYTES}`);
    assertPragma(database, 'synchronous', FULL);
    assertPragma(database, 'foreign_keys', 1);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function assertPragma(database: Database.Database, name: string, expected: number): void {
  const actual = database.pragma(name, { simple: true });
  if (actual !== expected)
    throw new Error(`SQLite did not take ${name} = ${expected}; it is ${String(actual)}. No book is opened like that.`);
}

/** Exported for its tests, which need a connection that can be made to fail. */
export function driverOf(database: Database.Database, faultFrom: Driver['faultFrom']): Driver {
  return {
    prepare: (text) => {
      const statement = database.prepare<unknown[], object>(text);
      return {
        writes: !statement.readonly,
        all: (params) => statement.all(...params),
        run: (params) => void statement.run(...params),
      };
    },
    exec: (statements) => void database.exec(statements),
    inTransaction: () => database.inTransaction,
    faultFrom,
  };
}

export function faultsOf(path: string): Driver['faultFrom'] {
  return (error) => {
    if (error instanceof Database.SqliteError) return faultOfCode(error.code, error, () => isDiskFull(path));
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return storageFault('full', error);
    return undefined;
  };
}

function isDiskFull(path: string): boolean {
  const disk = statfsSync(dirname(path));
  return disk.bavail * disk.bsize < FULL_BELOW_BYTES;
}

function faulting<T>(faultFrom: Driver['faultFrom'], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw faultFrom(error) ?? error;
  }
}

async function backup(database: Database.Database, target: string): Promise<void> {
  if (!createFileDurably(target)) throw new Error(`${target} exists already; a backup never overwrites.`);
  try {
    await database.backup(target, { progress: () => BACKUP_PAGES_PER_STEP });
  } catch (error) {
    rmSync(target, { force: true });
    throw faultsOf(target)(error) ?? error;
  }
}

function integrity(database: Database.Database): string[] {
  try {
    const pages = database.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all();
    const keys = database.prepare<[], { table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check').all();
    return [
      ...pages.map((row) => row.integrity_check).filter((finding) => finding !== 'ok'),
      ...keys.map((row) => `row ${row.rowid} of ${row.table} points at a ${row.parent} that does not exist`),
    ];
  } catch (error) {
    if (error instanceof Database.SqliteError) return [error.message];
    throw error;
  }
}
