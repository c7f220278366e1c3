import { DatabaseSync } from 'node:sqlite';
import { instantFromMs } from '@taffrail/domain/kernel';
import type { Blobs, Head, HeadWitness, Sql } from '../workspace/index.ts';
import { storageFault } from './faults.ts';
import type { Driver } from './driver.ts';
import { sqlOver } from './sql.ts';

const SQLITE_FULL = 13;

/** A book that lives as long as its process, over another driver than the one on disk: what runs here leans on neither. */
export function openMemory(): { readonly sql: Sql; close(): void } {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;');
  return { sql: sqlOver(memoryDriver(database)), close: () => database.close() };
}

export function memoryHead(): HeadWitness {
  let latest: Head | undefined;
  return { read: () => latest, write: (head) => void (latest = head) };
}

export function memoryBlobs(): Blobs {
  const blobs = new Map<string, { bytes: Uint8Array; writtenAt: string }>();
  return {
    read: async (name) => blobs.get(name)?.bytes.slice(),
    holds: async (name) => blobs.has(name),
    write: async (name, bytes) => void blobs.set(name, { bytes: bytes.slice(), writtenAt: instantFromMs(Date.now()) }),
    heldBytes: async () => [...blobs.values()].reduce((total, { bytes }) => total + bytes.length, 0),
    async collect(isKept, writtenBefore) {
      for (const [name, { writtenAt }] of blobs) if (writtenAt < writtenBefore && !isKept(name)) blobs.delete(name);
    },
  };
}

/** Exported for its tests, which need a database that can be made to run full. */
export function memoryDriver(database: DatabaseSync): Driver {
  return {
    prepare: (text) => {
      const statement = database.prepare(text);
      return {
        writes: writes(database, text),
        all: (params) => statement.all(...params).map((row) => ({ ...row })),
        run: (params) => void statement.run(...params),
      };
    },
    exec: (statements) => database.exec(statements),
    inTransaction: () => database.isTransaction,
    faultFrom: (error) => (isFull(error) ? storageFault('full', error) : undefined),
  };
}

/** This driver does not say whether a statement writes, but its program does: one that writes opens a write transaction. */
function writes(database: DatabaseSync, text: string): boolean {
  const program = database.prepare(`EXPLAIN ${text}`).all();
  return program.some((step) => step['opcode'] === 'Transaction' && step['p2'] !== 0);
}

function isFull(error: unknown): error is Error {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL;
}
