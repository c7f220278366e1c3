import type { Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, Dialog } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { riskgraph as words } from '../words/index.ts';
import css from './formDialog.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly canSubmit?: boolean;
  /** What it does is not done lightly. */
  readonly danger?: boolean;
  /** Gives the refusal back, which then stands in the dialog; or that something is asked first. Otherwise it closes. */
  readonly onSubmit: () => Promise<Refusal | 'asked' | undefined>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** One thing to do, with what has to be said for it. */
export function FormDialog({ title, submit, canSubmit = true, danger = false, onSubmit, onClose, children }: FormDialogProps) {
  const form = useId();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  async function send(): Promise<void> {
    if (isBusy || !canSubmit) return;
    setBusy(true);
    try {
      const refused = await onSubmit();
      setRefusal(refused === 'asked' ? undefined : refused);
      if (refused === undefined) onClose();
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={form} tone={danger ? 'danger' : 'primary'} disabled={!canSubmit} busy={isBusy}>
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
          void send();
        }}
      >
        {children}
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      </form>
    </Dialog>
  );
}
