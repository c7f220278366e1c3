import * as Y from 'yjs';
import { syncLimits } from '../limits.ts';
import type { OpenDocument } from './document.ts';
import { saysNothing } from './writing.ts';

/** Room for several in a message, and for what is around them. */
const MOST_BYTES = syncLimits.messageBytes / 2;

/**
 * What one author wrote at once, such as a book that was pasted, in pieces of which each can be sent and builds on those before.
 * The document has it already. Of several authors it stays whole: who built on whom is not to be seen from outside.
 */
export function piecesOf({ content }: OpenDocument, update: Uint8Array): readonly Uint8Array[] {
  if (update.length <= MOST_BYTES) return [update];
  const { from, to } = Y.parseUpdateMeta(update);
  const [author, ...others] = to.keys();
  if (author === undefined || others.length > 0) return [update];
  // Only a document that collects nothing can be looked at as it was.
  const kept = new Y.Doc({ gc: false });
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(content));
  const knownAt = (clock: number) => new Map([...Y.decodeStateVector(Y.encodeStateVector(kept)), [author, clock]]);

  function between(first: number, end: number): readonly Uint8Array[] {
    const piece = upTo(kept, knownAt(end), knownAt(first));
    if (piece.length <= MOST_BYTES || end - first === 1) return [piece];
    // Some more than would do if all of it weighed the same, because each takes looking through the whole document.
    const step = Math.max(1, Math.floor((end - first) / Math.ceil((1.25 * piece.length) / MOST_BYTES)));
    const starts = Array.from({ length: Math.ceil((end - first) / step) }, (_, index) => first + index * step);
    return starts.flatMap((start) => between(start, Math.min(start + step, end)));
  }

  const pieces = between(from.get(author) ?? 0, to.get(author) ?? 0);
  // What was deleted comes when all that it may name is there.
  return [...pieces, Y.diffUpdate(update, Y.encodeStateVector(content))].filter((piece) => !saysNothing(piece));
}

type Known = Map<number, number>;

function upTo(kept: Y.Doc, known: Known, before: Known): Uint8Array {
  const then = Y.createDocFromSnapshot(kept, new Y.Snapshot(Y.createDeleteSet(), known));
  const piece = Y.encodeStateAsUpdate(then, Y.encodeStateVector(before));
  then.destroy();
  return piece;
}
