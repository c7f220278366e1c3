import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Checkbox } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, book, FormDialog, removeBook, sessionEnded } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';

/** Signing out leaves the book on the device, unless its trader wants it gone; what only this device has is named first. */
export function SignOut({ onClose }: { readonly onClose: () => void }) {
  const [removes, setRemoves] = useState(false);
  const now = book.value;
  const entry = now.status === 'open' && now.entry.workspace_id !== null ? now.entry : undefined;
  const waiting = now.status === 'open' ? now.replica.waiting.value : { commands: 0, documents: 0, files: 0 };
  const conflicts = now.status === 'open' ? now.replica.conflicts.value.length : 0;
  const unsent = waiting.commands + waiting.documents + waiting.files + conflicts;

  async function signOut(): Promise<Refusal | undefined> {
    const answer = await api('/api/identity/sign-out', { method: 'POST' });
    if (isRefusal(answer) && answer.code !== 'sign_in_needed') return answer;
    sessionEnded();
    if (removes && entry !== undefined) await removeBook(entry);
    go(link('signIn'));
    return undefined;
  }

  return (
    <FormDialog title={identity.signOut} submit={identity.signOut} danger={removes && unsent > 0} onSubmit={signOut} onClose={onClose}>
      <p>{identity.signOutMeaning}</p>
      {entry !== undefined && (
        <Checkbox label={identity.signOutRemove(entry.name)} hint={identity.signOutRemoveHint} checked={removes} onChange={setRemoves} />
      )}
      {unsent > 0 && (
        <Banner tone={removes ? 'breach' : 'warning'}>{removes ? identity.unsentLost(unsent) : identity.unsentKept(unsent)}</Banner>
      )}
    </FormDialog>
  );
}
