import type { Attachment } from '@taffrail/domain/attachments';
import { Plugin } from 'prosemirror-state';
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
  for (const { hash, media_type, file_name } of await attachAll(files)) {
    if (media_type === 'application/pdf' || view.isDestroyed) continue;
    const picture = node('picture').create({ hash, alt: file_name });
    const { tr } = view.state;
    view.dispatch(
      (at === undefined ? tr.replaceSelectionWith(picture) : tr.insert(Math.min(at, tr.doc.content.size), picture)).scrollIntoView(),
    );
  }
}

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

/** Spreadsheets put a picture of the cells beside their text; the text is what is meant. */
function hasText(data: DataTransfer | null): boolean {
  return (data?.getData('text/plain').trim() ?? '') !== '';
}
