import type { Refusal } from '@taffrail/domain/kernel';
import type { Evidence, Field } from '@taffrail/domain/playbooks';
import { Checkbox, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { FormDialog, useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import type { ShownResponse } from '../response/responses.ts';
import css from './evidence.module.css';
import { changePiece } from './pieces.ts';

interface PieceDialogProps {
  readonly piece: Evidence;
  readonly fields: readonly Field[];
  readonly shown: ShownResponse;
  readonly onClose: () => void;
}

/** What a piece of evidence speaks for, and what there is to note on it. */
export function PieceDialog({ piece, fields, shown, onClose }: PieceDialogProps) {
  const replica = useReplica();
  const [keys, setKeys] = useState(piece.field_keys);
  const [note, setNote] = useState(piece.note ?? '');

  async function save(): Promise<Refusal | undefined> {
    const after = { evidence_id: piece.evidence_id, field_keys: keys, note: note.trim() || null };
    const isSame = after.note === piece.note && after.field_keys === piece.field_keys;
    return isSame ? undefined : await changePiece(replica, shown, after);
  }

  return (
    <FormDialog title={checklist.pieceTitle} submit={checklist.keep} onSubmit={save} onClose={onClose}>
      <TextField label={checklist.note} optional value={note} onChange={setNote} />
      <fieldset class={css.fields}>
        <legend>{checklist.speaksForWhich}</legend>
        {fields.map(({ key, label }) => (
          <Checkbox
            key={key}
            wide
            label={label}
            checked={keys.includes(key)}
            onChange={(isChosen) => setKeys(isChosen ? [...keys, key] : keys.filter((other) => other !== key))}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
