import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { api, FormDialog, refreshSession } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import type { ShelvedBook } from './shelved.ts';

export function LeaveWorkspace({ book, onClose }: { readonly book: ShelvedBook; readonly onClose: () => void }) {
  const workspaceId = book.entry?.workspace_id ?? book.name;
  async function leave(): Promise<Refusal | undefined> {
    const answer = await api(`/api/identity/workspaces/${workspaceId}/leave`, { method: 'POST' });
    return isRefusal(answer) ? answer : refreshSession();
  }
  return (
    <FormDialog title={identity.leaveTitle(book.name)} submit={identity.deeds.leave} danger onSubmit={leave} onClose={onClose}>
      <p>{identity.leaveMeaning}</p>
    </FormDialog>
  );
}
