import type { Refusal } from '@taffrail/domain/kernel';
import type { Evidence, Field } from '@taffrail/domain/playbooks';
import { Banner, Button, Checkbox, Dialog, TextField } from '@taffrail/ui';
import { useId, useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
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
  const form = useId();
  const [keys, setKeys] = useState(piece.field_keys);
  const [note, setNote] = useState(piece.note ?? '');
  const [refusal, setRefusal] = useState<Refusal>();

  async function save(): Promise<void> {
    const after = { evidence_id: piece.evidence_id, field_keys: keys, note: note.trim() || null };
    const isSame = after.note === piece.note && after.field_keys === piece.field_keys;
    const refused = isSame ? undefined : await changePiece(replica, shown, after);
    if (refused === undefined) onClose();
    else setRefusal(refused);
  }

  return (
    <Dialog
      open
      title={checklist.pieceTitle}
      onClose={onClose}
      actions={
        <Button tone="primary" type="submit" form={form}>
          {checklist.keep}
        </Button>
      }
    >
      <form
        id={form}
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
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
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      </form>
    </Dialog>
  );
}
