import type { HeldDocument } from '@taffrail/replica/documents';
import { bodyOf, type TextPart } from '@taffrail/sync';
import { classes } from '@taffrail/ui';
import { isBlank } from './blank.ts';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mayWrite, People, SavedLine, toast, useBook, useUnsaved } from '../../app/index.ts';
import { openEditor } from './editor.ts';
import css from './editor.module.css';
import { LinkDialog } from './linkDialog.tsx';
import { insertFiles, type AttachAll } from './pasting.ts';
import { Toolbar } from './toolbar.tsx';

export interface RichTextProps {
  readonly held: HeldDocument;
  readonly label: string;
  readonly placeholder: string;
  readonly attachAll: AttachAll;
  /** Where the document holds more than one text. */
  readonly text?: TextPart;
  /** A few lines beside something else, without pictures and boxes, in a form that says itself what is saved. */
  readonly isRemark?: boolean;
  /** For whoever puts something into the text from outside. */
  readonly onView?: (view: EditorView | undefined) => void;
  /** It cannot be shown in this version any more. */
  readonly onOutgrown: () => void;
}

/** A page that is written in: alone or together, here at once and on the server as soon as it can be reached. */
export function RichText({
  held,
  label,
  placeholder,
  attachAll,
  text = bodyOf(held.document),
  isRemark = false,
  onView,
  onOutgrown,
}: RichTextProps) {
  const { entry, papers } = useBook();
  const mount = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ readonly view: EditorView; readonly turn: number }>();
  const [isLinking, setLinking] = useState(false);
  const latest = useRef({ attachAll, onView, onOutgrown });
  latest.current = { attachAll, onView, onOutgrown };
  // Whoever may only read sees the page as others write it.
  const isReadOnly = !mayWrite.value;
  const isEmpty = shown !== undefined && isBlank(shown.view.state.doc);
  useUnsaved(!held.saved.value.onDevice);

  useEffect(() => {
    if (mount.current === null) return undefined;
    const editor = openEditor({
      mount: mount.current,
      held,
      text,
      files: papers.files,
      device: entry.id,
      label,
      isReadOnly,
      attachAll: (files) => latest.current.attachAll(files),
      askForLink: () => setLinking(true),
      changed: (view) => setShown((before) => ({ view, turn: (before?.turn ?? 0) + 1 })),
      outgrown: () => latest.current.onOutgrown(),
    });
    latest.current.onView?.(editor.view);
    return () => {
      latest.current.onView?.(undefined);
      editor.close();
    };
  }, [held, text, papers, entry.id, label, isReadOnly]);

  return (
    <div class={classes(css.frame, isRemark && css.remark)}>
      {shown && !isReadOnly && (
        <Toolbar
          view={shown.view}
          isRemark={isRemark}
          onLink={() => setLinking(true)}
          onPictures={(files) => void insertFiles(shown.view, files, attachAll).catch(say)}
        />
      )}
      <div class={css.text}>
        {isEmpty && <p class={css.placeholder}>{placeholder}</p>}
        <div ref={mount} />
      </div>
      {!isRemark && (
        <footer class={css.foot}>
          <SavedLine held={held} isBlank={isEmpty} />
          <People held={held} />
        </footer>
      )}
      {shown && isLinking && <LinkDialog view={shown.view} onClose={() => setLinking(false)} />}
    </div>
  );
}

function say(error: unknown): void {
  toast({ text: String(error), tone: 'breach' });
}
