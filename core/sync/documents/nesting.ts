import type { Refusal } from '@taffrail/domain/kernel';
import * as Y from 'yjs';
import { syncLimits } from '../limits.ts';
import { syncRefusals } from '../refusals.ts';
import type { Judged, Struct } from './judged.ts';

/** Judges how deep items of one update would come to lie: Yjs deletes and prints a document by recursion, one call a level. */
export function depthJudge(judged: Judged): (item: Y.Item) => Refusal | undefined {
  const depths = new Map<Y.Item, number>();

  return (item) => {
    const depth = depthOf(item, judged, depths);
    if (depth === undefined) return syncRefusals.malformed_update({ problem: 'an item lies in something that holds no items' });
    return depth > syncLimits.documentDepth ? syncRefusals.nested_too_deep({ limit: syncLimits.documentDepth }) : undefined;
  };
}

/** By a list of steps, not by recursion: an item can follow a hundred thousand others. */
function depthOf(item: Y.Item, judged: Judged, depths: Map<Y.Item, number>): number | undefined {
  const path: { readonly item: Y.Item; readonly deeper: number }[] = [];
  const onPath = new Set<Y.Item>();
  let depth = 0;
  for (let at: Y.Item | undefined = item; at;) {
    const known = depths.get(at);
    if (known !== undefined) {
      depth = known;
      break;
    }
    if (onPath.has(at)) return undefined;
    onPath.add(at);
    const next: Step = stepFrom(at, judged);
    if (next === 'nowhere') return undefined;
    path.push({ item: at, deeper: next.deeper });
    at = next.item;
  }
  for (const { item: one, deeper } of path.toReversed()) {
    depth += deeper;
    depths.set(one, depth);
  }
  return depth;
}

type Step = { readonly item: Y.Item | undefined; readonly deeper: number } | 'nowhere';

/** An item says what it lies in, or what it lies beside; an item of the document hangs in its tree already. */
function stepFrom({ parent, origin, rightOrigin }: Y.Item, judged: Judged): Step {
  if (parent instanceof Y.AbstractType) return { item: undefined, deeper: levelOf(parent) };
  if (parent instanceof Y.ID) {
    const struct = structAt(parent, judged);
    if (!(struct instanceof Y.Item)) return { item: undefined, deeper: 1 };
    // What was deleted holds nothing any more; what is put there is deleted with it.
    return struct.content instanceof Y.ContentType || struct.deleted ? { item: struct, deeper: 1 } : 'nowhere';
  }
  const beside = origin ?? rightOrigin;
  const struct = parent === null && beside ? structAt(beside, judged) : undefined;
  return struct instanceof Y.Item ? { item: struct, deeper: 0 } : { item: undefined, deeper: 1 };
}

function levelOf(type: Y.AbstractType<unknown>): number {
  let level = 0;
  for (let at: Y.AbstractType<unknown> | null = type; at; at = at.parent) level += 1;
  return level;
}

function structAt(id: Y.ID, { store, byClient }: Judged): Struct | undefined {
  if (id.clock < Y.getState(store, id.client)) return Y.getItem(store, id);
  const structs = (byClient.get(id.client) ?? []) as (Y.Item | Y.GC)[];
  return structs[Y.findIndexSS(structs, id.clock)];
}
