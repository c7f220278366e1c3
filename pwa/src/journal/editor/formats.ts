import type { IconName } from '@taffrail/ui';
import { lift as liftBlock, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { NodeType } from 'prosemirror-model';
import { wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { redo, undo, yUndoPluginKey } from 'y-prosemirror';
import { journal } from '../../words/index.ts';
import { lift, mark, node, sink } from './keys.ts';

/** One thing the toolbar does, and whether it is so where the cursor stands. */
export interface Format {
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string;
  readonly run: Command;
  readonly isOn: (state: EditorState) => boolean;
}

const never = (): boolean => false;

const ofMark = (name: string, icon: IconName, label: string, keys?: string): Format => ({
  icon,
  label,
  ...(keys !== undefined && { keys }),
  run: toggleMark(mark(name)),
  isOn: ({ doc, selection: { from, to, empty, $from }, storedMarks }) =>
    empty ? mark(name).isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, mark(name)),
});

const ofHeading = (level: number, icon: IconName, label: string, keys: string): Format => {
  const isOn = ({ selection: { $from } }: EditorState): boolean =>
    $from.parent.type === node('heading') && $from.parent.attrs['level'] === level;
  return {
    icon,
    label,
    keys,
    isOn,
    run: (state, dispatch) => (isOn(state) ? setBlockType(node('paragraph')) : setBlockType(node('heading'), { level }))(state, dispatch),
  };
};

const isInside = ({ selection: { $from } }: EditorState, type: NodeType): boolean => {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
  return false;
};

const ofList = (name: string, icon: IconName, label: string): Format => ({
  icon,
  label,
  run: (state, dispatch) => (isInside(state, node(name)) ? lift : wrapInList(node(name)))(state, dispatch),
  isOn: (state) => isInside(state, node(name)),
});

const quote: Format = {
  icon: 'quote',
  label: journal.quote,
  run: (state, dispatch) => (isInside(state, node('blockquote')) ? liftBlock : wrapIn(node('blockquote')))(state, dispatch),
  isOn: (state) => isInside(state, node('blockquote')),
};

const checks = ofList('check_list', 'checks', journal.checks);

export const formats: readonly Format[] = [
  ofMark('strong', 'bold', journal.bold, 'Control+B'),
  ofMark('em', 'italic', journal.italic, 'Control+I'),
  ofMark('strike', 'strike', journal.strike),
  ofHeading(2, 'heading', journal.heading, 'Control+Alt+2'),
  ofHeading(3, 'subheading', journal.subheading, 'Control+Alt+3'),
  checks,
  ofList('bullet_list', 'bullets', journal.bullets),
  ofList('ordered_list', 'numbers', journal.numbers),
  quote,
  ofMark('code', 'code', journal.code, 'Control+E'),
];

export const remarkFormats: readonly Format[] = formats.filter((format) => format !== checks);

export const moves: readonly Format[] = [
  { icon: 'indent', label: journal.indent, run: sink, isOn: never },
  { icon: 'outdent', label: journal.outdent, run: lift, isOn: never },
];

export const undoing: readonly Format[] = [
  {
    icon: 'undo',
    label: journal.undo,
    keys: 'Control+Z',
    run: (state, dispatch) => canUndo(state) && (!dispatch || undo(state)),
    isOn: never,
  },
  {
    icon: 'redo',
    label: journal.redo,
    keys: 'Control+Y',
    run: (state, dispatch) => canRedo(state) && (!dispatch || redo(state)),
    isOn: never,
  },
];

interface UndoState {
  readonly undoManager: { canUndo(): boolean; canRedo(): boolean };
}

const managerIn = (state: EditorState): UndoState['undoManager'] | undefined =>
  (yUndoPluginKey.getState(state) as UndoState | undefined)?.undoManager;
const canUndo = (state: EditorState): boolean => managerIn(state)?.canUndo() ?? false;
const canRedo = (state: EditorState): boolean => managerIn(state)?.canRedo() ?? false;
