import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../actions/iconButton.tsx';
import { Button, LinkButton } from '../actions/button.tsx';
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
  /** What may be done now, such as to join what was saved with something else. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** Leads to what was done. */
  readonly link?: { readonly label: string; readonly href: string };
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
const PRESS_MS = 10_000;

function Toast({ message, onClose }: { readonly message: ToastMessage; readonly onClose: () => void }) {
  const words = usePartWords();
  const { text, tone = 'done', onUndo, action, link } = message;
  const isPressed = onUndo !== undefined || action !== undefined;
  const close = useRef(onClose);
  close.current = onClose;
  const item = useRef<HTMLLIElement>(null);

  useEffect(() => {
    // A refusal stays until it was read; whoever is about to press is not raced by a timer.
    if (tone === 'breach') return undefined;
    const leave = () => (item.current?.matches(':hover, :focus-within') === true ? again() : close.current());
    const again = () => (timer = window.setTimeout(leave, READING_MS));
    let timer = window.setTimeout(leave, isPressed ? PRESS_MS : READING_MS);
    return () => clearTimeout(timer);
  }, [tone, isPressed]);

  return (
    <li ref={item} class={classes(css.toast, css[tone])}>
      <Icon name={icons[tone]} />
      <span class={css.text}>{text}</span>
      {link !== undefined && (
        <LinkButton tone="quiet" href={link.href} onClick={onClose}>
          {link.label}
        </LinkButton>
      )}
      {action !== undefined && <ToastButton label={action.label} onPress={action.onPress} onClose={onClose} />}
      {onUndo !== undefined && <ToastButton label={words.undo} onPress={onUndo} onClose={onClose} />}
      <IconButton icon="close" label={words.dismiss} onClick={onClose} />
    </li>
  );
}

interface ToastButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly onClose: () => void;
}

/** Once it was pressed there is nothing left to say. */
function ToastButton({ label, onPress, onClose }: ToastButtonProps) {
  return (
    <Button
      tone="quiet"
      onClick={() => {
        onPress();
        onClose();
      }}
    >
      {label}
    </Button>
  );
}
