import type { Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, Dialog } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { identity } from '../words/index.ts';
import { useAsking } from './asked.ts';
import css from './door/form.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  /** Where something is shown after it; otherwise it closes. */
  readonly onDone?: () => void;
  readonly children: ComponentChildren;
}

/** One decision, with what has to be said for it. */
export function FormDialog({ title, submit, danger = false, onSubmit, onClose, onDone = onClose, children }: FormDialogProps) {
  const form = useId();
  const { ask, refusal, isBusy } = useAsking();
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{identity.cancel}</Button>
          <Button type="submit" form={form} tone={danger ? 'danger' : 'primary'} busy={isBusy}>
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
          void ask(async () => (await onSubmit()) as Refusal | undefined).then((done) => done && onDone());
        }}
      >
        {children}
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      </form>
    </Dialog>
  );
}
