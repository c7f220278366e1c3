import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../actions/iconButton.tsx';
import { Button } from '../actions/button.tsx';
import { Icon } from '../icons/icon.tsx';
import { usePartWords } from '../setting/setting.tsx';
import { classes } from '../classes.ts';
import css from './toast.module.css';

export interface ToastMessage {
  readonly id: string;
  readonly text: string;
  readonly tone?: 'done' | 'warning' | 'breach';
  /** Takes back what was just done. */
  readonly onUndo?: () => void;
}

interface ToastsProps {
  readonly messages: readonly ToastMessage[];
  readonly label: string;
  readonly onClose: (id: string) => void;
}

const icons = { done: 'check', warning: 'warning', breach: 'breach' } as const;

/** In the corner and out of the way; what was said is read out without taking the focus. */
export function Toasts({ messages, label, onClose }: ToastsProps) {
  return (
    <section class={css.toasts} aria-label={label}>
      <ol aria-live="polite" class={css.list}>
        {messages.map((message) => (
          <Toast key={message.id} message={message} onClose={() => onClose(message.id)} />
        ))}
      </ol>
    </section>
  );
}

const READING_MS = 5000;
const UNDO_MS = 10_000;

function Toast({ message, onClose }: { readonly message: ToastMessage; readonly onClose: () => void }) {
  const words = usePartWords();
  const { text, tone = 'done', onUndo } = message;
  const close = useRef(onClose);
  close.current = onClose;
  const item = useRef<HTMLLIElement>(null);

  useEffect(() => {
    // A refusal stays until it was read; whoever is about to press is not raced by a timer.
    if (tone === 'breach') return undefined;
    const leave = () => (item.current?.matches(':hover, :focus-within') === true ? again() : close.current());
    const again = () => (timer = window.setTimeout(leave, READING_MS));
    let timer = window.setTimeout(leave, onUndo === undefined ? READING_MS : UNDO_MS);
    return () => clearTimeout(timer);
  }, [tone, onUndo]);

  return (
    <li ref={item} class={classes(css.toast, css[tone])}>
      <Icon name={icons[tone]} />
      <span class={css.text}>{text}</span>
      {onUndo !== undefined && (
        <Button
          tone="quiet"
          onClick={() => {
            onUndo();
            onClose();
          }}
        >
          {words.undo}
        </Button>
      )}
      <IconButton icon="close" label={words.close} onClick={onClose} />
    </li>
  );
}
