import type { Refusal } from '@taffrail/domain/kernel';
import type { Field } from '@taffrail/domain/playbooks';
import { DialogForm, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import type { ShownResponse } from '../response/responses.ts';
import { addPiece } from './pieces.ts';

interface LinkDialogProps {
  readonly field: Field;
  readonly shown: ShownResponse;
  readonly onClose: () => void;
}

/** An address as evidence. Nothing goes there but a trader who follows it. */
export function LinkDialog({ field, shown, onClose }: LinkDialogProps) {
  const replica = useReplica();
  const [url, setUrl] = useState('');
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();

  async function add(): Promise<void> {
    const source = { kind: 'url', url: url.trim() } as const;
    const refused = await addPiece(replica, shown, { source, field_keys: [field.key], note: note.trim() || null });
    if (refused === undefined) onClose();
    else setRefusal(refused);
  }

  return (
    <DialogForm title={checklist.addLink} submit={checklist.add} onSubmit={() => void add()} onClose={onClose}>
      <TextField
        label={checklist.address}
        type="url"
        placeholder="https://"
        autoCapitalize="none"
        spellcheck={false}
        value={url}
        error={refusal?.sentence}
        onChange={(text) => {
          setUrl(text);
          setRefusal(undefined);
        }}
      />
      <TextField label={checklist.note} optional value={note} onChange={setNote} />
    </DialogForm>
  );
}
