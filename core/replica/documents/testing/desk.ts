import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import type { Surroundings } from '../../surroundings.ts';
import { openDocuments, type Documents } from '../index.ts';
import type { DocumentDatabase } from '../shelf.ts';
import { documentStores } from '../tables.ts';
import type { House } from './house.ts';

let devices = 0;

/** One device: its database, and as many tabs as a test wants. */
export async function openDesk() {
  const bookId = `device-${++devices}`;
  const database = new Dexie(bookId, { indexedDB: new IDBFactory(), IDBKeyRange }) as DocumentDatabase;
  database.version(1).stores(documentStores);
  await database.open();
  const awake = new Set<() => void>();
  const channels = new Set<(message: unknown) => void>();
  const tabs: Documents[] = [];

  const surroundings: Pick<Surroundings, 'openChannel' | 'wait' | 'onAwake' | 'chance'> = {
    chance: () => 0,
    onAwake(listener) {
      awake.add(listener);
      return () => awake.delete(listener);
    },
    // Nothing comes back by the passing of time here, only by being woken.
    wait: (_, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve());
      }),
    openChannel() {
      let hear: (message: unknown) => void = () => {};
      const listener = (message: unknown): void => hear(message);
      channels.add(listener);
      return {
        say: (message) => {
          for (const each of channels) if (each !== listener) setTimeout(() => each(message));
        },
        onMessage: (on) => void (hear = on),
        close: () => channels.delete(listener),
      };
    },
  };

  return {
    database,
    tab(house?: House): Documents {
      const documents = openDocuments({ bookId, database, line: house?.line, surroundings, waitingChanged: () => {}, untended: () => {} });
      tabs.push(documents);
      return documents;
    },
    wake() {
      for (const listener of awake) listener();
    },
    async waiting(): Promise<number> {
      return database.writing.where('waits').above('').count();
    },
    async close() {
      await Promise.all(tabs.map((tab) => tab.close()));
      database.close();
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
