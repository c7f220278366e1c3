import { baseKeymap, chainCommands, exitCode, newlineInCode, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { inputRules, textblockTypeInputRule, wrappingInputRule, smartQuotes, ellipsis, InputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { redo, undo } from 'y-prosemirror';
import { pageSchema } from './schema.ts';

const { nodes, marks } = pageSchema;
type Name = keyof typeof nodes & string;
export const node = (name: Name): NodeType => nodes[name] as NodeType;
export const mark = (name: string) => marks[name] as NonNullable<(typeof marks)[string]>;

const items = ['list_item', 'check_item'].map(node);
const inEveryList = (command: (item: NodeType) => Command): Command => chainCommands(...items.map(command));

export const sink = inEveryList(sinkListItem);
export const lift = inEveryList(liftListItem);

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(node('hard_break').create()).scrollIntoView());
  return true;
};

/** Keys that editors have had for thirty years, and marks that become what they look like. */
export function writingKeys(askForLink: () => void): Plugin[] {
  return [
    inputRules({ rules: rules() }),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-b': toggleMark(mark('strong')),
      'Mod-i': toggleMark(mark('em')),
      'Mod-Shift-x': toggleMark(mark('strike')),
      'Mod-e': toggleMark(mark('code')),
      'Mod-Shift-k': () => {
        askForLink();
        return true;
      },
      'Mod-Alt-0': setBlockType(node('paragraph')),
      'Mod-Alt-2': setBlockType(node('heading'), { level: 2 }),
      'Mod-Alt-3': setBlockType(node('heading'), { level: 3 }),
      'Mod-Shift-9': wrapIn(node('blockquote')),
      'Shift-Enter': chainCommands(exitCode, newlineInCode, breakLine),
      Enter: inEveryList((item) => splitListItem(item, item.name === 'check_item' ? { box: null } : undefined)),
      // Where there is nothing to move in or out, Tab goes on to the next control as anywhere else.
      Tab: sink,
      'Shift-Tab': lift,
    }),
    keymap(baseKeymap),
  ];
}

function rules(): InputRule[] {
  return [
    ...smartQuotes,
    ellipsis,
    wrappingInputRule(/^\s*>\s$/, node('blockquote')),
    wrappingInputRule(/^\s*([-+*])\s$/, node('bullet_list')),
    wrappingInputRule(/^1[.)]\s$/, node('ordered_list')),
    wrappingInputRule(/^\s*\[ ?\]\s$/, node('check_list')),
    textblockTypeInputRule(/^(#{1,2})\s$/, node('heading'), (match) => ({ level: (match[1]?.length ?? 1) + 1 })),
    textblockTypeInputRule(/^```$/, node('code_block')),
    markRule(/(?:^|\s)\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, 'strong'),
    markRule(/(?:^|\s)_([^_\s](?:[^_]*[^_\s])?)_$/, 'em'),
    markRule(/(?:^|\s)~~([^~\s](?:[^~]*[^~\s])?)~~$/, 'strike'),
    markRule(/(?:^|\s)`([^`\s](?:[^`]*[^`\s])?)`$/, 'code'),
  ];
}

/** What is typed between signs is marked, the signs go, and what follows is plain again. */
function markRule(pattern: RegExp, name: string): InputRule {
  return new InputRule(pattern, ({ tr, doc }, match, _, end) => {
    const [, inside = ''] = match;
    const signs = match[0].trimStart();
    const from = end - signs.length + 1;
    const around = (signs.length - inside.length) / 2;
    if (doc.textBetween(from, end).length !== signs.length - 1) return null;
    tr.delete(from + around + inside.length, end).delete(from, from + around);
    return tr.addMark(from, from + inside.length, mark(name).create()).removeStoredMark(mark(name));
  });
}
