import { LONGEST_REASON, type Reason } from '@taffrail/domain/discipline';
import type { Instant } from '@taffrail/domain/kernel';
import { Button, Dialog, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { verdict as words } from '../words/index.ts';
import { ReasonList } from './reasonList.tsx';
import css from './verdict.module.css';

interface OverrideDialogProps {
  readonly stops: readonly Reason[];
  readonly now: Instant;
  /** With why all the same. */
  readonly onOverride: (reason: string) => void;
  readonly onClose: () => void;
}

/** The trader decides, and says why: what they go over stands in front of them once more. */
export function OverrideDialog({ stops, now, onOverride, onClose }: OverrideDialogProps) {
  const [reason, setReason] = useState('');
  const isSaid = reason.trim() !== '';
  const send = () => isSaid && onOverride(reason.trim());
  return (
    <Dialog
      open
      title={words.overrideTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button tone="danger" disabled={!isSaid} onClick={send}>
            {words.overrideAction}
          </Button>
        </>
      }
    >
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ReasonList reasons={stops} now={now} />
        <TextField label={words.why} hint={words.whyHint} required maxLength={LONGEST_REASON} value={reason} onChange={setReason} />
        <p class={css.muted}>{words.overrideMeaning}</p>
      </form>
    </Dialog>
  );
}
