import type { BookEntry } from '@taffrail/replica';
import { Checkbox } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import type { Refusal } from '@taffrail/domain/kernel';
import { FormDialog, removeBook, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';

/** What only this device has goes for good, so it wants to be said. */
export function RemoveCopy({ entry, onClose }: { readonly entry: BookEntry; readonly onClose: () => void }) {
  const [isSure, setSure] = useState(false);

  async function remove(): Promise<Refusal | undefined> {
    if (!isSure) return { refused: true, code: 'not_sure', sentence: identity.removeNotSure, details: {} };
    await removeBook(entry);
    toast({ text: identity.copyRemoved(entry.name) });
    return undefined;
  }

  return (
    <FormDialog title={identity.removeCopyTitle(entry.name)} submit={identity.deeds.remove} danger onSubmit={remove} onClose={onClose}>
      <p>{entry.workspace_id === null ? identity.removeOnly : identity.removeCopyMeaning}</p>
      <Checkbox label={identity.removeSure} checked={isSure} onChange={setSure} />
    </FormDialog>
  );
}
