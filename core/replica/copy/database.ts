import { Dexie, type Table } from 'dexie';
import { documentStores, type DocumentTables } from '../documents/tables.ts';
import { fileStores, type FileTables } from '../files/tables.ts';
import type { ConflictRow, FactRow, Key, MetaRow, OutboxRow, SheetRow, StateRow } from './tables.ts';

export interface Database extends DocumentTables, FileTables {
  readonly state: Table<StateRow, Key>;
  readonly fact: Table<FactRow, number>;
  readonly outbox: Table<OutboxRow, number, Omit<OutboxRow, 'place'>>;
  readonly conflict: Table<ConflictRow, string>;
  readonly sheet: Table<SheetRow, [string, string]>;
  readonly meta: Table<MetaRow, string>;
}

/** What changed in the tables, version by version. A version that was shipped stays as it is. */
const versions: readonly { readonly [table: string]: string | null }[] = [
  {
    state: 'key, aggregate_type',
    fact: 'event_seq, [aggregate_type+aggregate_id+event_seq], occurred_at',
    outbox: '++place, &command_id, accepted_seq, *shown, *touches, *moments',
    conflict: 'command_id',
    list: '[projection+id], *reads',
    meta: 'name',
  },
  { ...documentStores, ...fileStores },
  { list: null, sheet: '[projection+sheet], *reads' },
  // The lines of a sheet are one text. A page that looks for them otherwise lets go of the book, as of any newer version.
  {},
];

export const databaseName = (bookId: string): string => `taffrail-book-${bookId}`;

/** What everything ends with in a database that is not this page's any more. */
export const isLetGo = (error: unknown): boolean => error instanceof Error && error.name === 'DatabaseClosedError';

export type OpenDatabase = Dexie & Database;

export async function openDatabase(bookId: string): Promise<OpenDatabase> {
  // Without `strict` a browser calls a transaction complete that a power cut still takes back.
  const db = new Dexie(databaseName(bookId), { chromeTransactionDurability: 'strict' });
  for (const [index, tables] of versions.entries()) db.version(index + 1).stores(tables);
  // A newer version of the program keeps it otherwise from now on, or another tab removes it. Whoever went on as before would write what nobody reads.
  db.on('versionchange', () => {
    db.close();
    // Dexie's own way is to open it again.
    return false;
  });
  await db.open();
  return db as OpenDatabase;
}
