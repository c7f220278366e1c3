import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog, refreshSession, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import type { ShelvedBook } from './shelved.ts';

/** Everybody's book and its backups go, so its name is typed. What this device has of it stays until it is removed here. */
export function DeleteWorkspace({ book, onClose }: { readonly book: ShelvedBook; readonly onClose: () => void }) {
  const workspaceId = book.entry?.workspace_id ?? book.name;
  const [typed, setTyped] = useState('');

  async function remove(): Promise<Refusal | undefined> {
    if (typed.trim() !== workspaceId) {
      return { refused: true, code: 'name_differs', sentence: identity.deleteNameDiffers(typed, workspaceId), details: {} };
    }
    const answer = await api(`/api/identity/workspaces/${workspaceId}`, { method: 'DELETE', workspaceId });
    if (isRefusal(answer)) return answer;
    toast({ text: identity.deleted(workspaceId) });
    return refreshSession();
  }

  return (
    <FormDialog title={identity.deleteTitle(workspaceId)} submit={identity.deeds.delete} danger onSubmit={remove} onClose={onClose}>
      <p>{identity.deleteMeaning}</p>
      <TextField
        label={identity.deleteType(workspaceId)}
        autoCapitalize="none"
        autocomplete="off"
        spellcheck={false}
        required
        value={typed}
        onChange={setTyped}
      />
    </FormDialog>
  );
}
