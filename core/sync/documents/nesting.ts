import type { Refusal } from '@taffrail/domain/kernel';
import * as Y from 'yjs';
import { syncLimits } from '../limits.ts';
import { syncRefusals } from '../refusals.ts';
import { forms } from './contents.ts';
import { pieceAt, type Judged } from './judged.ts';
import type { Piece, Place } from './reading.ts';

/** Judges how deep pieces of one update would come to lie: Yjs deletes and prints a document by recursion, one call a level. */
export function depthJudge(judged: Judged): (piece: Piece) => Refusal | undefined {
  const depths = new Map<Piece, number>();

  return (piece) => {
    const depth = depthOf(piece, judged, depths);
    if (depth === undefined) return syncRefusals.malformed_update({ problem: 'an item lies in something that holds no items' });
    return depth > syncLimits.documentDepth ? syncRefusals.nested_too_deep({ limit: syncLimits.documentDepth }) : undefined;
  };
}

/** By a list of steps, not by recursion: a piece can follow a hundred thousand others. */
function depthOf(piece: Piece, judged: Judged, depths: Map<Piece, number>): number | undefined {
  const path: { readonly piece: Piece; readonly deeper: number }[] = [];
  const onPath = new Set<Piece>();
  let depth = 0;
  for (let at: Piece | undefined = piece; at;) {
    const known = depths.get(at);
    if (known !== undefined) {
      depth = known;
      break;
    }
    if (onPath.has(at)) return undefined;
    onPath.add(at);
    const next: Step = stepFrom(at, judged);
    if (next === 'nowhere') return undefined;
    path.push({ piece: at, deeper: next.deeper });
    at = next.piece;
  }
  for (const { piece: one, deeper } of path.toReversed()) {
    depth += deeper;
    depths.set(one, depth);
  }
  return depth;
}

type Step = { readonly piece: Piece | undefined; readonly deeper: number } | 'nowhere';

/** A piece says what it lies in, or what it lies beside. */
function stepFrom({ parent, origin, rightOrigin }: Piece, judged: Judged): Step {
  if (typeof parent === 'string') return { piece: undefined, deeper: 1 };
  if (parent) return stepInto(parent, judged);
  const beside = origin ?? rightOrigin;
  return beside ? stepBeside(beside, judged) : { piece: undefined, deeper: 1 };
}

/** What was deleted holds nothing any more; what is put there is deleted with it. */
function stepInto(parent: Place, judged: Judged): Step {
  const there = pieceAt(parent, judged);
  if (there instanceof Y.Item) return there.content instanceof Y.ContentType || there.deleted ? known(levelOf(there) + 1) : 'nowhere';
  if (there instanceof Y.GC || there.form === forms.collected) return known(1);
  return there.form === forms.type || there.form === forms.deleted ? { piece: there, deeper: 1 } : 'nowhere';
}

function stepBeside(beside: Place, judged: Judged): Step {
  const there = pieceAt(beside, judged);
  if (there instanceof Y.Item) return known(levelOf(there));
  return there instanceof Y.GC || there.form === forms.collected ? known(1) : { piece: there, deeper: 0 };
}

const known = (depth: number): Step => ({ piece: undefined, deeper: depth });

/** An item of the document hangs in its tree already. */
function levelOf({ parent }: Y.Item): number {
  let level = 0;
  for (let at = parent as Y.AbstractType<unknown> | null; at; at = at.parent) level += 1;
  return level;
}
