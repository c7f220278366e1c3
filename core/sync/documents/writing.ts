import * as Y from 'yjs';
import type { OpenDocument } from './document.ts';
import { TAKEN } from './origin.ts';

/** Calls back with what is written here, and not with what was taken from elsewhere. Returns how to stop. */
export function onWriting({ content }: OpenDocument, listener: (update: Uint8Array) => void): () => void {
  const hear = (update: Uint8Array, origin: unknown): void => {
    if (origin !== TAKEN) listener(update);
  };
  content.on('update', hear);
  return () => content.off('update', hear);
}

/** Calls back when something was taken from elsewhere, before anybody who shows the document hears of it. Returns how to stop. */
export function onArriving({ content }: OpenDocument, listener: () => void): () => void {
  const hear = ({ origin }: Y.Transaction): void => {
    if (origin === TAKEN) listener();
  };
  content.on('beforeObserverCalls', hear);
  return () => content.off('beforeObserverCalls', hear);
}

/** Calls back after every change, from wherever it came. Returns how to stop. */
export function onChange({ content }: OpenDocument, listener: () => void): () => void {
  const hear = (): void => listener();
  content.on('update', hear);
  return () => content.off('update', hear);
}

/** One update that says what several do. */
export const merged = (updates: readonly Uint8Array[]): Uint8Array =>
  updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates([...updates]);

/** Nobody wrote and nothing was deleted: two counts of nothing. */
export const saysNothing = (update: Uint8Array): boolean => update.length === 2 && update[0] === 0 && update[1] === 0;

/** How many wrote what an update brings. Of updates made here, or judged before. */
export const authorsIn = (update: Uint8Array): number => Y.parseUpdateMeta(update).to.size;

/** Whether a document holds writing that whoever sent this state vector lacks. Deletions leave no trace in state vectors. */
export function isAheadOf({ content }: OpenDocument, stateVector: Uint8Array): boolean {
  const known = Y.decodeStateVector(stateVector);
  return [...Y.decodeStateVector(Y.encodeStateVector(content))].some(([author, clock]) => clock > (known.get(author) ?? 0));
}
