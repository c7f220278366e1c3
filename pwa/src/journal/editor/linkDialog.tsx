import { Button, Dialog, TextField } from '@taffrail/ui';
import { toggleMark } from 'prosemirror-commands';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useState } from 'preact/hooks';
import { journal } from '../../words/index.ts';
import { typedAddress } from './address.ts';
import { mark } from './keys.ts';

interface LinkDialogProps {
  readonly view: EditorView;
  readonly onClose: () => void;
}

/** Links what is selected, or writes the address as its own text. */
export function LinkDialog({ view, onClose }: LinkDialogProps) {
  const [typed, setTyped] = useState(() => addressAt(view));
  const [isWrong, setWrong] = useState(false);

  function close(): void {
    onClose();
    view.focus();
  }

  function set(event: Event): void {
    event.preventDefault();
    const href = typedAddress(typed);
    setWrong(href === undefined);
    if (href === undefined) return;
    linkTo(view, href, typed.trim());
    close();
  }

  return (
    <Dialog
      title={journal.linkTitle}
      open
      onClose={close}
      actions={
        <>
          {addressAt(view) !== '' && (
            <Button
              onClick={() => {
                unlink(view);
                close();
              }}
            >
              {journal.linkRemove}
            </Button>
          )}
          <Button tone="primary" type="submit" form="link">
            {journal.linkSet}
          </Button>
        </>
      }
    >
      <form id="link" onSubmit={set}>
        <TextField
          label={journal.linkAddress}
          hint={journal.linkHint}
          value={typed}
          onChange={setTyped}
          error={isWrong ? journal.linkWrong : undefined}
        />
      </form>
    </Dialog>
  );
}

function addressAt({ state: { selection } }: EditorView): string {
  const found = mark('link').isInSet(selection.$from.marks()) ?? mark('link').isInSet(selection.$from.nodeAfter?.marks ?? []);
  return found ? String(found.attrs['href']) : '';
}

function linkTo(view: EditorView, href: string, text: string): void {
  const { state } = view;
  const { from, to, empty } = state.selection;
  const link = mark('link').create({ href });
  const change = empty ? state.tr.insertText(text, from).addMark(from, from + text.length, link) : state.tr.addMark(from, to, link);
  view.dispatch(change.scrollIntoView());
}

/** All of the link that the cursor stands in. */
function unlink(view: EditorView): void {
  const { state } = view;
  const { $from, empty } = state.selection;
  if (!empty) {
    toggleMark(mark('link'))(state, view.dispatch);
    return;
  }
  const start = $from.start();
  let [from, to] = [$from.pos, $from.pos];
  $from.parent.forEach((child, offset) => {
    const [begins, ends] = [start + offset, start + offset + child.nodeSize];
    if (mark('link').isInSet(child.marks) && begins <= $from.pos && $from.pos <= ends) [from, to] = [begins, ends];
  });
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, $from.pos)).removeMark(from, to, mark('link')));
}
