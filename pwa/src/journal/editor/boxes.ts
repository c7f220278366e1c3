import { Plugin, type Transaction } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';

const newBox = (): string => crypto.randomUUID().slice(0, 8);

/** Every checkbox has a name of its own: one that was split off, copied or inserted gets another. */
export function nameBoxes(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _, state): Transaction | undefined {
      // What others wrote they have named; naming it here as well would be two answers to one question.
      const isOwn = transactions.some((each) => each.docChanged && !each.getMeta(ySyncPluginKey));
      if (!isOwn) return undefined;
      const known = new Set<string>();
      const change = state.tr;
      state.doc.descendants((node, at) => {
        if (node.type.name !== 'check_item') return;
        const box: unknown = node.attrs['box'];
        if (typeof box === 'string' && !known.has(box)) known.add(box);
        else change.setNodeMarkup(at, null, { box: newBox() });
      });
      return change.docChanged ? change : undefined;
    },
  });
}
