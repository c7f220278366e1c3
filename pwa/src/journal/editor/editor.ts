import { onArriving, type TextPart } from '@taffrail/sync';
import type { Files } from '@taffrail/replica';
import type { HeldDocument } from '@taffrail/replica/documents';
import { EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import { nameBoxes } from './boxes.ts';
import { checkItemView, openTicking } from './checkItem.ts';
import { cursorOf, selectionOf } from './company.ts';
import { writingKeys } from './keys.ts';
import { pastedPictures, type AttachAll } from './pasting.ts';
import { pictureView } from './picture.ts';
import { isReadable } from './readable.ts';
import { pageSchema } from './schema.ts';
import { keepShallow } from './shallow.ts';

export interface EditorParts {
  readonly mount: HTMLElement;
  readonly held: HeldDocument;
  /** Of the document: what is written here. */
  readonly text: TextPart;
  readonly files: Files;
  /** What ticks are written under. */
  readonly device: string;
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly attachAll: AttachAll;
  readonly askForLink: () => void;
  readonly changed: (view: EditorView) => void;
  /** A newer version has written in it, and the editor closed itself. */
  readonly outgrown: () => void;
}

/** The editor of a document that is open on this device. Nothing is written by opening it. */
export function openEditor(parts: EditorParts): { readonly view: EditorView; close(): void } {
  const { held, text, files, attachAll, askForLink, changed } = parts;
  const { doc, mapping } = initProseMirrorDoc(text, pageSchema);
  const blank = pageSchema.topNodeType.createAndFill();
  const ticking = openTicking(held.document, parts.device);
  const state = EditorState.create({
    // What was never written reads as nothing at all, and a caret needs a line to stand in.
    ...(text.length > 0 ? { doc } : blank && { doc: blank }),
    schema: pageSchema,
    plugins: [
      ySyncPlugin(text, { mapping }),
      yCursorPlugin(held.company.awareness, { cursorBuilder: cursorOf, selectionBuilder: selectionOf }) as Plugin,
      yUndoPlugin(),
      keepShallow(),
      nameBoxes(),
      pastedPictures(attachAll),
      ...writingKeys(askForLink),
      new Plugin({ view: () => ({ update: changed }) }),
    ],
  });
  const view = new EditorView(parts.mount, {
    state,
    editable: () => !parts.isReadOnly,
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': parts.label, spellcheck: 'true' },
    nodeViews: {
      check_item: (node) => checkItemView(node, ticking, parts.isReadOnly),
      picture: (node) => pictureView(node, files),
    },
    handleDOMEvents: { click: followLink },
    dispatchTransaction: changeUnlessLeft,
  });
  changed(view);

  function close(): void {
    if (view.isDestroyed) return;
    stopWatching();
    view.destroy();
    ticking.close();
  }

  // Before the editor hears of it, which would delete what it does not know.
  const stopWatching = onArriving(held.document, () => {
    if (isReadable(held.document, text)) return;
    close();
    parts.outgrown();
  });

  return { view, close };
}

/** That somebody else left is told a moment later, when this page may have been left as well. */
function changeUnlessLeft(this: EditorView, change: Transaction): void {
  if (!this.isDestroyed) this.updateState(this.state.apply(change));
}

/** As everywhere: with the command key held a link is followed, without it the caret goes there. */
function followLink(view: EditorView, event: MouseEvent): boolean {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  const isFollowed = anchor?.href !== undefined && (event.metaKey || event.ctrlKey || !view.editable);
  if (isFollowed) window.open(anchor.href, '_blank', 'noopener,noreferrer');
  if (anchor) event.preventDefault();
  return isFollowed;
}
