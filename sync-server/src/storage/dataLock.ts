import Database from 'better-sqlite3';
import { createFileDurably } from './durableFile.ts';

/** Two processes would each believe to be the only one deciding, so the second does not start. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

export interface DataLock {
  release(): void;
}

/**
 * Holds a data folder for this process. The lock is the operating system's, by way of a SQLite transaction that is
 * never committed: it goes with the process however that ends, and leaves nothing to clean up.
 */
export function lockDataFolder(path: string): DataLock {
  createFileDurably(path);
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new DataFolderInUse('Another Taffrail is using this data folder; stop it first, or set TAFFRAIL_DATA to another folder.', {
      cause: error,
    });
  }
  return { release: () => void database.close() };
}
