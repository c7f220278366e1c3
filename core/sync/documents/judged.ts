import * as Y from 'yjs';
import type { Piece, Place, Reading } from './reading.ts';

/** What the guard knows while it judges one update: the document as it is, and the update's pieces by author. */
export interface Judged extends Reading {
  readonly store: Y.Doc['store'];
}

/** How much of an author's writing there will be once the update is in. */
export function knownOf(client: number, { store, pieces }: Judged): number {
  const last = pieces.get(client)?.at(-1);
  return Math.max(Y.getState(store, client), last ? last.clock + last.length : 0);
}

/** What lies at a place that is known. */
export function pieceAt({ client, clock }: Place, { store, pieces }: Judged): Piece | Y.Item | Y.GC {
  if (clock < Y.getState(store, client)) return Y.getItem(store, Y.createID(client, clock));
  const found = pieceHolding(pieces.get(client) ?? [], clock);
  if (!found) throw new Error(`nothing is known of author ${client} at ${clock}`);
  return found;
}

/** Pieces of one author follow each other without a gap. */
function pieceHolding(pieces: readonly Piece[], clock: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
