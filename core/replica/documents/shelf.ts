import type { Refusal } from '@taffrail/domain/kernel';
import { compacted, type DocumentKind, type StoredDocument } from '@taffrail/sync';
import { Dexie } from 'dexie';
import { parcelsOf, type Parcel } from './parcels.ts';
import type { DocumentRow, DocumentTables, WritingRow } from './tables.ts';

export type DocumentDatabase = Dexie & DocumentTables;

export interface Shelved {
  readonly stored: StoredDocument;
  /** The last writing in it. */
  readonly place: number;
}

/** Updates that belong behind each other, and whether the server has them. */
export interface Writing {
  readonly content: Uint8Array;
  readonly waits: boolean;
}

/** Where one document lies on this device. Everything here is durable when it resolves. */
export interface Shelf {
  read(): Promise<Shelved>;
  /** What was written after a place; all of it where that has been folded away meanwhile. */
  readAfter(place: number): Promise<Shelved>;
  /** All of it or nothing, in the order given; the last place. */
  append(writings: readonly Writing[]): Promise<number>;
  /** What the server does not have, but for some places. */
  waiting(except?: ReadonlySet<number>): Promise<Parcel[]>;
  markSent(places: readonly number[]): Promise<void>;
  markRefused(places: readonly number[], refusal: Pick<Refusal, 'code' | 'sentence'>): Promise<void>;
  markCaughtUp(serverChange: number): Promise<void>;
  /** One snapshot in the place of many updates. What waits for the server stays beside it, in few pieces. */
  fold(kind: DocumentKind): Promise<void>;
}

const FOLD_ABOVE_UPDATES = 200;

export function openShelf(database: DocumentDatabase, name: string): Shelf {
  /** Tables by way of the transaction stay in it whatever else goes on at the same time; Dexie's own tracking loses it then. */
  const inOne = <T>(mode: 'r' | 'rw', work: (tables: DocumentTables) => Promise<T>): Promise<T> =>
    database.transaction(mode, [database.document, database.writing], (transaction) => work(transaction as unknown as DocumentTables));

  const readAfter = (place: number): Promise<Shelved> =>
    inOne('r', async (tables) => {
      const { snapshot, folded_place } = await rowOf(tables, name);
      const isFolded = place < folded_place;
      const rows = await rowsAfter(tables, name, isFolded ? folded_place : place);
      return {
        stored: { snapshot: isFolded ? snapshot : undefined, updates: rows.map(({ content }) => content) },
        place: rows.at(-1)?.place ?? Math.max(place, folded_place),
      };
    });

  const append = (writings: readonly Writing[]): Promise<number> =>
    inOne('rw', async ({ document, writing }) => {
      if (!(await document.get(name))) await document.add({ name, folded_place: 0 });
      return writing.bulkAdd(writings.map(({ content, waits }) => ({ name, content, ...(waits && { waits: name }) })));
    });

  const fold = (kind: DocumentKind): Promise<void> =>
    inOne('rw', async (tables) => {
      const { document, writing } = tables;
      const row = await rowOf(tables, name);
      const rows = await rowsAfter(tables, name, row.folded_place);
      if (rows.length < FOLD_ABOVE_UPDATES) return;
      const snapshot = compacted(kind, { snapshot: row.snapshot, updates: rows.map(({ content }) => content) });
      // What does not read back the same stays as it was written.
      if (!snapshot) return;
      const waiting = parcelsOf(await waitingRows(tables, name));
      await writing.where('[name+place]').between([name, Dexie.minKey], [name, Dexie.maxKey]).delete();
      const last = await writing.bulkAdd(waiting.map(({ update }) => ({ name, content: update, waits: name })));
      await document.put({ ...row, snapshot, folded_place: Math.max(last ?? 0, rows.at(-1)?.place ?? 0) });
    });

  return {
    read: () => readAfter(-1),
    readAfter,
    append,
    waiting: async (except) => parcelsOf((await waitingRows(database, name)).filter(({ place }) => !except?.has(place))),
    markSent: (places) =>
      inOne('rw', async ({ writing }) => {
        await writing.where('place').anyOf(places).modify(forgetWaiting);
      }),
    markRefused: (places, { code, sentence }) =>
      inOne('rw', async ({ writing }) => {
        await writing.where('place').anyOf(places).modify({ refused: { code, sentence } });
      }),
    markCaughtUp: (serverChange) =>
      inOne('rw', async (tables) => {
        await tables.document.put({ ...(await rowOf(tables, name)), server_change: serverChange });
      }),
    fold,
  };
}

const rowOf = async ({ document }: DocumentTables, name: string): Promise<DocumentRow> =>
  (await document.get(name)) ?? { name, folded_place: 0 };

const rowsAfter = ({ writing }: DocumentTables, name: string, place: number): Promise<WritingRow[]> =>
  writing.where('[name+place]').between([name, place], [name, Dexie.maxKey], false).toArray();

const waitingRows = ({ writing }: DocumentTables, name: string): Promise<WritingRow[]> =>
  writing.where('waits').equals(name).sortBy('place');

/** Deleted, because only a row without the field is in no index of what waits. */
function forgetWaiting(row: { waits?: string; refused?: object }): void {
  delete row.waits;
  delete row.refused;
}
