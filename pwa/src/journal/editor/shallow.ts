import { syncLimits } from '@taffrail/sync';
import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';

/** Texts lie a level deeper in the document that travels than in the one on the screen. */
const DEEPEST = syncLimits.documentDepth - 2;

/** Refuses what would nest deeper than the server takes; a list in a list in a list has long become unreadable by then. */
export function keepShallow(): Plugin {
  return new Plugin({
    filterTransaction: (change) => !change.docChanged || Boolean(change.getMeta(ySyncPluginKey)) || depthOf(change.doc) <= DEEPEST,
  });
}

function depthOf(node: Node): number {
  let deepest = 0;
  node.forEach((child) => {
    deepest = Math.max(deepest, 1 + depthOf(child));
  });
  return deepest;
}
