import { TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { DoorPage, useAsking } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { comeIn } from '../arriving.ts';
import { useSecretOfLink } from '../secret.ts';
import { DoorForm } from './doorForm.tsx';
import { NewPasswordField } from './newPerson.tsx';

/** For whoever lost their password. The link was made at the server's own machine. */
export function LetInPage() {
  const [secret, setSecret] = useSecretOfLink();
  const [isTyped] = useState(secret === '');
  const [password, setPassword] = useState('');
  const { ask, refusal, isBusy } = useAsking();

  return (
    <DoorPage title={identity.lostTitle}>
      <p>{identity.lostMeaning}</p>
      <DoorForm
        submit={identity.lostAction}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={() => void ask(() => comeIn({ path: 'let-in', body: { secret, password } }))}
      >
        {isTyped && <TextField label={identity.lostLink} hint={identity.lostLinkHint} required value={secret} onChange={setSecret} />}
        <NewPasswordField value={password} onChange={setPassword} />
      </DoorForm>
    </DoorPage>
  );
}
