import type { Fact } from '@taffrail/domain/kernel';
import { openMemory } from '../src/storage/index.ts';
import { exportFacts, prepareBook, type Sql } from '../src/workspace/index.ts';
import { openUnsyncedHead, type UnsyncedHead } from './disk.ts';
import type { BookHistory } from './history.ts';
import { honestMake } from './serverMake.ts';

/** What is left of a workspace when its process ends, and beside it what only the simulation knows. */
export interface Book {
  readonly sql: Sql;
  readonly head: UnsyncedHead;
  readonly history: BookHistory;
  close(): void;
}

export function newBook(history: BookHistory, newId: () => string): Book {
  const memory = openMemory();
  prepareBook(memory.sql, honestMake.contexts, newId);
  return { sql: memory.sql, head: openUnsyncedHead(), history, close: memory.close };
}

export function lastSeqOf({ sql }: Book): number {
  return sql.all<{ last: number }>('SELECT coalesce(max(event_seq), 0) AS last FROM fact')[0]?.last ?? 0;
}

export function factsOf({ sql }: Book): Fact[] {
  return Array.from(exportFacts(sql), ({ hash: _, ...fact }) => fact);
}
