import { asJson, moneyText } from '@taffrail/domain/kernel';
import type { Fill } from '@taffrail/domain/tradelog';
import { TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { position as words } from '../../words/index.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { doOrSay, nextId, refusalOf } from '../standing.ts';
import { edit } from './does.ts';
import type { ShownPosition } from './usePosition.ts';

interface VoidFillDialogProps {
  readonly shown: ShownPosition;
  readonly fill: Fill;
  readonly onClose: () => void;
}

/** It never happened. It stays on record, struck through; taking that back records the same fill anew. */
export function VoidFillDialog({ shown, fill, onClose }: VoidFillDialogProps) {
  const replica = useReplica();
  const [reason, setReason] = useState('');

  async function voidIt() {
    const refusal = await refusalOf(replica, edit(shown, 'VoidFill', { fill_id: fill.id, reason: reason.trim() }));
    if (refusal !== undefined) return refusal;
    toast({ text: words.fillVoided, ...(fill.kind === 'trade' && { onUndo: () => void recordAgain() }) });
    return undefined;
  }

  async function recordAgain(): Promise<void> {
    const { leg_id, price, quantity, fees, occurred_at } = fill;
    const next = { next_position_id: nextId(replica), next_leg_id: nextId(replica), next_fill_id: nextId(replica) };
    const payload = asJson({ fill_id: nextId(replica), leg_id, price, quantity, fees: moneyText(fees), ...next });
    await doOrSay(replica, { type: 'RecordFill', aggregate_id: shown.state.id, payload, occurred_at });
  }

  return (
    <FormDialog danger title={words.voidFill} submit={words.voidIt} canSubmit={reason.trim() !== ''} onSubmit={voidIt} onClose={onClose}>
      {(errorAt) => (
        <TextField label={words.reason} hint={words.reasonHint} value={reason} error={errorAt('reason')} onChange={setReason} />
      )}
    </FormDialog>
  );
}
