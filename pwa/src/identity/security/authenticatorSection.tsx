import { isRefusal } from '@taffrail/domain/kernel';
import { Badge, Button, Section } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog, refreshSession, session, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { AddAuthenticator, type Enrolment } from './addAuthenticator.tsx';

export function AuthenticatorSection() {
  const now = session.value;
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [isRemoving, setRemoving] = useState(false);
  const isInUse = now.status === 'in' && now.me.has_authenticator;

  async function enrol(): Promise<void> {
    const answer = await api<Enrolment>('/api/identity/authenticator', { method: 'POST' });
    if (isRefusal(answer)) toast({ tone: 'breach', text: answer.sentence });
    else setEnrolment(answer);
  }
  const done = () => {
    setEnrolment(undefined);
    setRemoving(false);
    void refreshSession();
  };

  return (
    <Section
      title={identity.authenticator}
      actions={
        isInUse ? (
          <Button onClick={() => setRemoving(true)}>{identity.removeAuthenticator}</Button>
        ) : (
          <Button onClick={() => void enrol()}>{identity.addAuthenticator}</Button>
        )
      }
    >
      <p>
        {isInUse && <Badge tone="accent">{identity.inUse}</Badge>} {isInUse ? identity.authenticatorOn : identity.authenticatorOff}
      </p>
      {enrolment !== undefined && <AddAuthenticator enrolment={enrolment} onClose={done} />}
      {isRemoving && (
        <FormDialog
          title={identity.removeAuthenticatorTitle}
          submit={identity.removeAuthenticator}
          danger
          onSubmit={() => api('/api/identity/authenticator', { method: 'DELETE' })}
          onClose={done}
        >
          <p>{identity.removeAuthenticatorMeaning}</p>
        </FormDialog>
      )}
    </Section>
  );
}
