import { IDBObjectStore } from 'fake-indexeddb';

type Write = (this: IDBObjectStore, ...parameters: unknown[]) => IDBRequest;
type Writes = Record<'put' | 'add' | 'delete', Write>;

/** Lets so many writes through and fails the next with this error. Returns how to mend it. */
export function failWriteAfter(writes: number, error: DOMException): () => void {
  const store = IDBObjectStore.prototype as unknown as Writes;
  const whole = { put: store.put, add: store.add, delete: store.delete };
  let left = writes;

  function failing(write: Write): Write {
    return function (...parameters) {
      left -= 1;
      if (left === -1) throw error;
      return write.apply(this, parameters);
    };
  }

  Object.assign(store, { put: failing(whole.put), add: failing(whole.add), delete: failing(whole.delete) });
  return () => void Object.assign(store, whole);
}
