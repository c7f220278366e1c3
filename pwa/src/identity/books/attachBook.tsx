import type { Refusal } from '@taffrail/domain/kernel';
import type { BookEntry } from '@taffrail/replica';
import { Select } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { attachBook, FormDialog, session, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { useShelf } from './shelf.ts';

/** A book of this device goes to the server. It can go where this device has no copy yet, or two books would be one. */
export function AttachBook({ entry, onClose }: { readonly entry: BookEntry; readonly onClose: () => void }) {
  const now = session.value;
  const [shelf = []] = useShelf();
  const free = (now.status === 'in' ? now.me.workspaces : []).filter(
    ({ id, role }) => role !== 'viewer' && !shelf.some((book) => book.entry?.workspace_id === id),
  );
  const [chosen, setChosen] = useState<string>();
  const workspaceId = chosen ?? free[0]?.id;

  async function attach(): Promise<Refusal | undefined> {
    if (workspaceId === undefined) return { refused: true, code: 'no_free_workspace', sentence: identity.noFreeWorkspace, details: {} };
    const refusal = await attachBook(entry, workspaceId);
    if (refusal === undefined) toast({ text: identity.attached(entry.name, workspaceId) });
    return refusal;
  }

  return (
    <FormDialog title={identity.attachTitle(entry.name)} submit={identity.attachAction} onSubmit={attach} onClose={onClose}>
      <p>{identity.attachMeaning}</p>
      {workspaceId === undefined ? (
        <p>{identity.noFreeWorkspace}</p>
      ) : (
        <Select
          label={identity.attachTo}
          value={workspaceId}
          choices={free.map(({ id }) => ({ value: id, label: id }))}
          onChange={setChosen}
        />
      )}
    </FormDialog>
  );
}
