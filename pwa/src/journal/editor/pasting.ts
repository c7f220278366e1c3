import type { Attachment } from '@taffrail/domain/attachments';
import { NodeSelection, Plugin, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { node } from './keys.ts';

/** Attaches files to whatever the text belongs to; what could not be attached has been said. */
export type AttachAll = (files: readonly File[]) => Promise<readonly Pick<Attachment, 'hash' | 'media_type' | 'file_name'>[]>;

/** Pictures that are pasted or dropped are attached and stand in the text. All else goes through the schema. */
export function pastedPictures(attachAll: AttachAll): Plugin {
  return new Plugin({
    props: {
      handlePaste(view, event) {
        const files = filesIn(event.clipboardData);
        if (files.length === 0 || hasText(event.clipboardData)) return false;
        void insertFiles(view, files, attachAll);
        return true;
      },
      handleDrop(view, event) {
        const files = filesIn(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        void insertFiles(view, files, attachAll, at);
        return true;
      },
    },
  });
}

export async function insertFiles(view: EditorView, files: readonly File[], attachAll: AttachAll, at?: number): Promise<void> {
  const attached = await attachAll(files);
  if (view.isDestroyed) return;
  const { tr } = view.state;
  if (at !== undefined) tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size))));
  for (const { hash, media_type, file_name } of attached) {
    if (media_type === 'application/pdf') continue;
    writeBelow(tr);
    tr.replaceSelectionWith(node('picture').create({ hash, alt: file_name }));
  }
  view.dispatch(writeBelow(tr).scrollIntoView());
}

/** A picture that is chosen is replaced by the next letter or picture, so the caret goes on into the line below it. */
function writeBelow(tr: Transaction): Transaction {
  if (!(tr.selection instanceof NodeSelection)) return tr;
  const { to, $to } = tr.selection;
  if ($to.nodeAfter?.isTextblock !== true) tr.insert(to, node('paragraph').create());
  return tr.setSelection(TextSelection.create(tr.doc, to + 1));
}

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

/** Spreadsheets put a picture of the cells beside their text; the text is what is meant. */
function hasText(data: DataTransfer | null): boolean {
  return (data?.getData('text/plain').trim() ?? '') !== '';
}
