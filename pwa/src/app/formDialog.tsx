import { Banner, DialogForm, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useAsking } from './asking.ts';
import { saidSentence } from './saidSentence.ts';

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly canSubmit?: boolean;
  /** What it gives back that is a refusal stands in the dialog. */
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  /** Where something is shown after it; otherwise it closes. */
  readonly onDone?: () => void;
  readonly children: ComponentChildren;
}

/** One decision, with what has to be said for it, and below that what was said against it. */
export function FormDialog({ onSubmit, onDone, onClose, children, ...frame }: FormDialogProps) {
  const formats = useFormats();
  const { ask, refusal, isBusy } = useAsking();
  const send = async (): Promise<void> => {
    if (await ask(onSubmit)) (onDone ?? onClose)();
  };
  return (
    <DialogForm {...frame} busy={isBusy} onSubmit={() => void send()} onClose={onClose}>
      {children}
      {refusal !== undefined && <Banner tone="breach">{saidSentence(refusal, formats)}</Banner>}
    </DialogForm>
  );
}
