import { Banner, LinkButton, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { DoorPage, useAsking } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';
import { useAnswer } from '../answered.ts';
import { comeIn } from '../arriving.ts';
import { useSecretOfLink } from '../secret.ts';
import { DoorForm } from './doorForm.tsx';
import { NewPersonFields } from './newPerson.tsx';

/** A new server becomes somebody's. The link comes from the server itself, so whoever has it can read what it writes. */
export function SetupPage() {
  const [token, setToken] = useSecretOfLink();
  const [isTyped] = useState(token === '');
  const [person, setPerson] = useState({ name: '', password: '' });
  const { ask, refusal, isBusy } = useAsking();
  const [setup] = useAnswer<{ claimed: boolean }>('/api/identity/setup');

  if (setup.status === 'ready' && setup.value.claimed) return <Claimed />;
  return (
    <DoorPage title={identity.setupTitle}>
      <p>{identity.setupMeaning}</p>
      <DoorForm
        submit={identity.setupAction}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={() => void ask(() => comeIn({ path: 'setup', body: { token, ...person } }))}
      >
        {setup.status === 'failed' && <Banner tone="warning">{setup.refusal.sentence}</Banner>}
        {isTyped && <TextField label={identity.setupLink} hint={identity.setupLinkHint} required value={token} onChange={setToken} />}
        <NewPersonFields value={person} onChange={setPerson} />
      </DoorForm>
    </DoorPage>
  );
}

function Claimed() {
  return (
    <DoorPage title={identity.claimedTitle}>
      <p>{identity.claimed}</p>
      <LinkButton tone="primary" wide href={link('signIn')}>
        {identity.signIn}
      </LinkButton>
    </DoorPage>
  );
}
