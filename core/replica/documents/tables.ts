import type { Table } from 'dexie';

/** A document as this device has it: one snapshot, and the writing that came after it. */
export interface DocumentRow {
  readonly name: string;
  /** V2 encoding; holds all writing up to and including `folded_place`. */
  readonly snapshot?: Uint8Array;
  readonly folded_place: number;
  /** The server's count of changes when this device last caught up with it. */
  readonly server_change?: number;
}

export interface WritingRow {
  /** Given by the database, so that what several tabs write at once has one order. */
  readonly place: number;
  readonly name: string;
  readonly content: Uint8Array;
  /** The document's name for as long as the server does not have this; an index of nothing but what waits. */
  readonly waits?: string;
  /** Why the server did not take it. */
  readonly refused?: { readonly code: string; readonly sentence: string };
}

export const documentStores = {
  document: 'name, server_change',
  writing: '++place, [name+place], waits',
} as const;

export interface DocumentTables {
  readonly document: Table<DocumentRow, string>;
  readonly writing: Table<WritingRow, number, Omit<WritingRow, 'place'>>;
}
