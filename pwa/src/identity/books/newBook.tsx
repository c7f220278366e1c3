import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { SegmentedControl, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, books, FormDialog, openBook, refreshSession, session } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';

type Place = 'server' | 'device';

/** Another book, which shares nothing with the others. */
export function NewBook({ onClose }: { readonly onClose: () => void }) {
  const [place, setPlace] = useState<Place>(session.peek().status === 'in' ? 'server' : 'device');
  const [name, setName] = useState('');

  async function make(): Promise<Refusal | undefined> {
    const { createLocalBook, joinWorkspace } = await books();
    if (place === 'device') await openBook(await createLocalBook(name.trim()));
    else {
      const made = await api('/api/identity/workspaces', { body: { id: name.trim() } });
      if (isRefusal(made)) return made;
      await openBook(await joinWorkspace(name.trim(), name.trim()));
      const refusal = await refreshSession();
      if (refusal !== undefined) return refusal;
    }
    go(link('today'));
    return undefined;
  }

  return (
    <FormDialog title={identity.newBook} submit={identity.newBookAction} onSubmit={make} onClose={onClose}>
      <p>{identity.newBookMeaning}</p>
      {session.value.status === 'in' && (
        <SegmentedControl
          label={identity.newBookWhere}
          value={place}
          choices={[
            { value: 'server', label: identity.whereServer },
            { value: 'device', label: identity.whereDevice },
          ]}
          onChange={setPlace}
        />
      )}
      <TextField
        label={identity.bookName}
        hint={place === 'server' ? identity.workspaceNameHint : undefined}
        autoCapitalize="none"
        maxLength={place === 'server' ? 36 : 60}
        required
        value={name}
        onChange={setName}
      />
    </FormDialog>
  );
}
