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
  const { document, writing } = database;
  const inOne = <T>(mode: 'r' | 'rw', work: () => Promise<T>): Promise<T> => database.transaction(mode, document, writing, work);

  const rowsAfter = (place: number): Promise<WritingRow[]> =>
    writing.where('[name+place]').between([name, place], [name, Dexie.maxKey], false).toArray();

  const own = async (): Promise<DocumentRow> => (await document.get(name)) ?? { name, folded_place: 0 };

  const readAfter = (place: number): Promise<Shelved> =>
    inOne('r', async () => {
      const { snapshot, folded_place } = await own();
      const isFolded = place < folded_place;
      const rows = await rowsAfter(isFolded ? folded_place : place);
      return {
        stored: { snapshot: isFolded ? snapshot : undefined, updates: rows.map(({ content }) => content) },
        place: rows.at(-1)?.place ?? Math.max(place, folded_place),
      };
    });

  const append = (writings: readonly Writing[]): Promise<number> =>
    inOne('rw', async () => {
      if (!(await document.get(name))) await document.add({ name, folded_place: 0 });
      return writing.bulkAdd(writings.map(({ content, waits }) => ({ name, content, ...(waits && { waits: name }) })));
    });

  const waitingRows = (): Promise<WritingRow[]> => writing.where('waits').equals(name).sortBy('place');

  const markSent = (places: readonly number[]): Promise<void> =>
    inOne('rw', async () => {
      await writing.where('place').anyOf(places).modify(forgetWaiting);
    });

  const fold = (kind: DocumentKind): Promise<void> =>
    inOne('rw', async () => {
      const row = await own();
      const rows = await rowsAfter(row.folded_place);
      if (rows.length < FOLD_ABOVE_UPDATES) return;
      const snapshot = compacted(kind, { snapshot: row.snapshot, updates: rows.map(({ content }) => content) });
      // What does not read back the same stays as it was written.
      if (!snapshot) return;
      const waiting = parcelsOf(await waitingRows());
      await writing.where('[name+place]').between([name, Dexie.minKey], [name, Dexie.maxKey]).delete();
      const last = await writing.bulkAdd(waiting.map(({ update }) => ({ name, content: update, waits: name })));
      await document.put({ ...row, snapshot, folded_place: Math.max(last ?? 0, rows.at(-1)?.place ?? 0) });
    });

  return {
    read: () => readAfter(-1),
    readAfter,
    append,
    waiting: async (except) => parcelsOf((await waitingRows()).filter(({ place }) => !except?.has(place))),
    markSent,
    async markRefused(places, { code, sentence }) {
      await writing.where('place').anyOf(places).modify({ refused: { code, sentence } });
    },
    markCaughtUp: (serverChange) =>
      inOne('rw', async () => {
        await document.put({ ...(await own()), server_change: serverChange });
      }),
    fold,
  };
}

/** Deleted, because only a row without the field is in no index of what waits. */
function forgetWaiting(row: { waits?: string; refused?: object }): void {
  delete row.waits;
  delete row.refused;
}
