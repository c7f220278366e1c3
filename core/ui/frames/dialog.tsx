import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../actions/iconButton.tsx';
import { classes } from '../classes.ts';
import { usePartWords } from '../setting/setting.tsx';
import css from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Escape, the veil and the cross: none of them decides anything. */
  readonly onClose: () => void;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Asks for an answer before anything else goes on; `wide` where a picture wants the room there is. */
export function Dialog({ wide = false, ...props }: DialogProps & { readonly wide?: boolean }) {
  return <Framed {...props} frame={classes(css.dialog, wide && css.wide)} />;
}

/** Comes up from the bottom of a phone, in reach of the thumb; on a desk it stands at the side and the page stays in sight. */
export function Sheet(props: DialogProps) {
  return <Framed {...props} frame={css.sheet} />;
}

function Framed({ title, open, onClose, actions, children, frame }: DialogProps & { readonly frame: string | undefined }) {
  const words = usePartWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the next key, which belongs into it already.
  useLayoutEffect(() => {
    if (!open) dialog.current?.close();
    else if (dialog.current !== null) show(dialog.current);
  }, [open]);

  return (
    <dialog
      ref={dialog}
      class={classes(css.frame, frame)}
      aria-labelledby={id}
      onCancel={(event) => {
        // A field inside, such as a file input, cancels too.
        if (event.target !== event.currentTarget) return;
        // Whoever opened it closes it; left to the browser as well, it would be closed twice.
        event.preventDefault();
        onClose();
      }}
      // A browser that is asked twice does not wait for anybody.
      onClose={(event) => {
        if (event.target === event.currentTarget && open) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open && (
        <div class={css.inside}>
          <header class={css.head}>
            <h2 id={id} tabIndex={-1} class={css.title}>
              {title}
            </h2>
            <IconButton icon="close" label={words.close} onClick={onClose} />
          </header>
          <div class={css.body}>{children}</div>
          {actions !== undefined && <footer class={css.actions}>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}

/** The first thing to fill in has the focus, or else the title: never the cross, which an impatient Enter would press. */
function show(dialog: HTMLDialogElement): void {
  dialog.showModal();
  const first =
    dialog.querySelector<HTMLElement>('[autofocus]') ??
    dialog.querySelector<HTMLElement>('input:enabled, select:enabled, textarea:enabled') ??
    dialog.querySelector('h2');
  first?.focus();
}
