import type { Refusal } from '@taffrail/domain/kernel';
import { Banner, DialogForm } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { fieldOf, sentenceOfRefusal } from './refused.ts';

/** What is wrong with a field, if anything is. */
export type ErrorAt = (field: string) => string | undefined;

interface FormDialogProps {
  readonly title: string;
  /** What the button that decides it says. */
  readonly submit: string;
  readonly danger?: boolean;
  readonly canSubmit?: boolean;
  /** Gives the refusal back, which then stands beside its field. */
  readonly onSubmit: () => Promise<Refusal | undefined>;
  readonly onClose: () => void;
  /** Once it is done; it closes where nothing else is said. */
  readonly onDone?: () => void;
  readonly children: (errorAt: ErrorAt) => ComponentChildren;
}

/** One thing to do, with what has to be said for it. Enter does it, and it closes once it is done. */
export function FormDialog({ onSubmit, onClose, onDone = onClose, children, ...frame }: FormDialogProps) {
  const { refusal, isBusy, send, errorAt, asked } = useSubmission(onSubmit, onDone);
  return (
    <DialogForm {...frame} busy={isBusy} onSubmit={() => void send()} onClose={onClose}>
      {children(errorAt)}
      {refusal !== undefined && <Unplaced refusal={refusal} asked={asked} />}
    </DialogForm>
  );
}

interface UnplacedProps {
  readonly refusal: Refusal;
  readonly asked: (field: string | undefined) => boolean;
}

/** What no field is wrong about. It is drawn after the fields, which have by then asked for what is wrong with them, however deep they lie. */
function Unplaced({ refusal, asked }: UnplacedProps) {
  return asked(fieldOf(refusal)) ? null : <Banner tone="breach">{sentenceOfRefusal(refusal)}</Banner>;
}

function useSubmission(onSubmit: () => Promise<Refusal | undefined>, onDone: () => void) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const askedFor = useRef(new Set<string>());
  askedFor.current.clear();

  async function send(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await onSubmit();
      setRefusal(answer);
      if (answer === undefined) onDone();
    } finally {
      setBusy(false);
    }
  }

  function errorAt(field: string): string | undefined {
    askedFor.current.add(field);
    return refusal !== undefined && fieldOf(refusal) === field ? sentenceOfRefusal(refusal) : undefined;
  }

  return { refusal, isBusy, send, errorAt, asked: (field: string | undefined) => field !== undefined && askedFor.current.has(field) };
}
