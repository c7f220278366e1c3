import * as Y from 'yjs';
import type { Piece, Place, Reading, Writing } from './reading.ts';

/** What the guard knows while it judges one update: the document as it is, and what the update says. */
export interface Judged extends Reading {
  readonly store: Y.Doc['store'];
}

/** One piece of what an author brings, by its number. */
export interface Spot {
  readonly writing: Writing;
  readonly index: number;
}

export const pieceAt = ({ writing, index }: Spot): Piece => writing.piece(index);

/** How much of an author's writing there will be once the update is in. */
export const knownOf = (client: number, { store, byAuthor }: Judged): number =>
  Math.max(Y.getState(store, client), byAuthor.get(client)?.end ?? 0);

/** What lies at a place that is known: in the document, or else in the update. */
export function find({ client, clock }: Place, { store, byAuthor }: Judged): Spot | Y.Item | Y.GC {
  if (clock < Y.getState(store, client)) return Y.getItem(store, Y.createID(client, clock));
  const writing = byAuthor.get(client);
  if (!writing) throw new Error(`nothing is known of author ${client} at ${clock}`);
  let [low, high] = [0, writing.count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (writing.clockOf(middle) <= clock) low = middle;
    else high = middle - 1;
  }
  return { writing, index: low };
}
