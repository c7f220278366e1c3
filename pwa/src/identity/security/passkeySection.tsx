import { isRefusal } from '@taffrail/domain/kernel';
import { Button, List, ListItem, Section, TextField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { Answer } from '../answer.tsx';
import { useAnswer } from '../answered.ts';
import { addPasskey, hasPasskeys } from '../signIn/passkey.ts';
import css from '../door/form.module.css';

interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
}

export function PasskeySection() {
  const formats = useFormats();
  const [passkeys, read] = useAnswer<{ passkeys: readonly Passkey[] }>('/api/identity/passkeys');
  const [isAdding, setAdding] = useState(false);

  async function remove({ id, name }: Passkey): Promise<void> {
    const answer = await api(`/api/identity/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });
    toast(isRefusal(answer) ? { tone: 'breach', text: answer.sentence } : { text: identity.passkeyRemoved(name) });
    await read();
  }

  return (
    <Section title={identity.passkeys} actions={hasPasskeys() && <Button onClick={() => setAdding(true)}>{identity.addPasskey}</Button>}>
      <Answer of={passkeys} rows={1} again={read}>
        {({ passkeys: all }) =>
          all.length === 0 ? (
            <p class={css.muted}>{identity.noPasskeys}</p>
          ) : (
            <List label={identity.passkeys}>
              {all.map((passkey) => (
                <ListItem
                  key={passkey.id}
                  icon="lock"
                  title={passkey.name}
                  note={identity.since(formats.dateTime(passkey.created_at))}
                  end={<Button onClick={() => void remove(passkey)}>{identity.removePasskey}</Button>}
                />
              ))}
            </List>
          )
        }
      </Answer>
      {isAdding && (
        <AddPasskey
          onClose={() => {
            setAdding(false);
            void read();
          }}
        />
      )}
    </Section>
  );
}

function AddPasskey({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  return (
    <FormDialog title={identity.addPasskey} submit={identity.addPasskeyAction} onSubmit={() => addPasskey(name)} onClose={onClose}>
      <p>{identity.addPasskeyMeaning}</p>
      <TextField label={identity.passkeyName} hint={identity.passkeyNameHint} maxLength={60} required value={name} onChange={setName} />
    </FormDialog>
  );
}
