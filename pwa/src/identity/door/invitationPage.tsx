import { Button, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { DoorPage, useAsking } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { comeIn } from '../arriving.ts';
import { useSecretOfLink } from '../secret.ts';
import { useWho } from '../who.ts';
import { DoorForm } from './doorForm.tsx';
import { NewPersonFields } from './newPerson.tsx';

/** Somebody was invited: as somebody new, or as who they are here already. */
export function InvitationPage() {
  const now = useWho();
  const [secret, setSecret] = useSecretOfLink();
  const [isTyped] = useState(secret === '');
  const [choice, setChoice] = useState<'new' | 'myself'>();
  const isNew = choice === undefined ? now.status !== 'in' : choice === 'new';
  const [person, setPerson] = useState({ name: '', password: '' });
  const { ask, refusal, isBusy } = useAsking();

  const accept = () => comeIn(isNew ? { path: 'join', body: { secret, ...person } } : { path: 'invitations/accept', body: { secret } });

  return (
    <DoorPage title={identity.invitationTitle}>
      <p>{!isNew && now.status === 'in' ? identity.invitationFor(now.me.name) : identity.invitationMeaning}</p>
      <DoorForm submit={identity.invitationAction} isBusy={isBusy} refusal={refusal} onSubmit={() => void ask(accept)}>
        {isTyped && <TextField label={identity.invitationLink} required value={secret} onChange={setSecret} />}
        {isNew && <NewPersonFields value={person} onChange={setPerson} />}
      </DoorForm>
      {now.status === 'in' && (
        <Button tone="quiet" wide onClick={() => setChoice(isNew ? 'myself' : 'new')}>
          {isNew ? identity.asMyself(now.me.name) : identity.asSomebodyNew}
        </Button>
      )}
    </DoorPage>
  );
}
