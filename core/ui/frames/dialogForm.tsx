import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../actions/button.tsx';
import { usePartWords } from '../setting/setting.tsx';
import { Dialog } from './dialog.tsx';
import css from './dialog.module.css';

interface DialogFormProps {
  readonly title: string;
  /** What the button that decides it says. */
  readonly submit: string;
  readonly danger?: boolean;
  readonly canSubmit?: boolean;
  readonly busy?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** One thing to do, with what has to be said for it. Enter in any field does it. */
export function DialogForm({
  title,
  submit,
  danger = false,
  canSubmit = true,
  busy = false,
  onSubmit,
  onClose,
  children,
}: DialogFormProps) {
  const words = usePartWords();
  const form = useId();
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={form} tone={danger ? 'danger' : 'primary'} disabled={!canSubmit} busy={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSubmit) onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
