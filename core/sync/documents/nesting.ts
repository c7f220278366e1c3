import type { Refusal } from '@taffrail/domain/kernel';
import * as Y from 'yjs';
import { syncLimits } from '../limits.ts';
import { syncRefusals } from '../refusals.ts';
import { forms } from './contents.ts';
import { find, pieceAt, type Judged, type Spot } from './judged.ts';
import type { Place, Writing } from './reading.ts';

/** One more than is allowed stands for all that is deeper. */
const TOO_DEEP = syncLimits.documentDepth + 1;
const ON_THE_WAY = 0xff;

/** Of each author's pieces, how deep they lie; 0 where that was not asked yet. */
type Depths = Map<Writing, Uint8Array>;

/** Judges how deep pieces of one update would come to lie: Yjs deletes and prints a document by recursion, one call a level. */
export function depthJudge(judged: Judged): (spot: Spot) => Refusal | undefined {
  const depths: Depths = new Map([...judged.byAuthor.values()].map((writing) => [writing, new Uint8Array(writing.count)]));

  return (spot) => {
    const depth = depthOf(spot, judged, depths);
    if (depth === undefined) return syncRefusals.malformed_update({ problem: 'an item lies in something that holds no items' });
    return depth >= TOO_DEEP ? syncRefusals.nested_too_deep({ limit: syncLimits.documentDepth }) : undefined;
  };
}

/** By a list of steps, not by recursion: a piece can follow a hundred thousand others. */
function depthOf(asked: Spot, judged: Judged, depths: Depths): number | undefined {
  const path: { readonly spot: Spot; readonly deeper: number }[] = [];
  let depth = 0;
  for (let at: Spot | undefined = asked; at;) {
    const known: number = depths.get(at.writing)?.[at.index] ?? 0;
    if (known === ON_THE_WAY) return undefined;
    if (known > 0) {
      depth = known;
      break;
    }
    note(depths, at, ON_THE_WAY);
    const next: Step = stepFrom(at, judged);
    if (next === 'nowhere') return undefined;
    path.push({ spot: at, deeper: next.deeper });
    at = next.spot;
  }
  for (const { spot, deeper } of path.toReversed()) {
    depth = Math.min(depth + deeper, TOO_DEEP);
    note(depths, spot, depth);
  }
  return depth;
}

function note(depths: Depths, { writing, index }: Spot, depth: number): void {
  depths.get(writing)?.fill(depth, index, index + 1);
}

type Step = { readonly spot: Spot | undefined; readonly deeper: number } | 'nowhere';

/** A piece says what it lies in, or what it lies beside. */
function stepFrom(spot: Spot, judged: Judged): Step {
  const { parent, origin, rightOrigin } = pieceAt(spot);
  if (typeof parent === 'string') return known(1);
  if (parent) return stepInto(parent, judged);
  const beside = origin ?? rightOrigin;
  return beside ? stepBeside(beside, judged) : known(1);
}

/** What was deleted holds nothing any more; what is put there is deleted with it. */
function stepInto(parent: Place, judged: Judged): Step {
  const there = find(parent, judged);
  if (there instanceof Y.Item) return there.content instanceof Y.ContentType || there.deleted ? known(levelOf(there) + 1) : 'nowhere';
  if (there instanceof Y.GC) return known(1);
  const { form } = pieceAt(there);
  if (form === forms.collected) return known(1);
  return form === forms.type || form === forms.deleted ? { spot: there, deeper: 1 } : 'nowhere';
}

function stepBeside(beside: Place, judged: Judged): Step {
  const there = find(beside, judged);
  if (there instanceof Y.Item) return known(levelOf(there));
  return there instanceof Y.GC || pieceAt(there).form === forms.collected ? known(1) : { spot: there, deeper: 0 };
}

const known = (depth: number): Step => ({ spot: undefined, deeper: depth });

/** An item of the document hangs in its tree already. */
function levelOf({ parent }: Y.Item): number {
  let level = 0;
  for (let at = parent as Y.AbstractType<unknown> | null; at; at = at.parent) level += 1;
  return level;
}
