import { Button, LinkButton, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { DoorPage, useAsking } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';
import { comeIn } from '../arriving.ts';
import { DoorForm } from '../door/doorForm.tsx';
import css from '../door/form.module.css';
import { useWho } from '../who.ts';
import { hasPasskeys, signWithPasskey } from './passkey.ts';

/** A code is asked for only where the account has an authenticator, which the server says once the password is right. */
export function SignInPage() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const { ask, refusal, isBusy } = useAsking();
  const now = useWho();

  async function signIn(): Promise<void> {
    await ask(async () => {
      const answer = await comeIn({ path: 'sign-in', body: { name, password, ...(code !== undefined && { code }) } });
      if (answer?.code !== 'code_needed' || code !== undefined) return answer;
      setCode('');
      return undefined;
    });
  }

  return (
    <DoorPage title={identity.signIn}>
      {now.status === 'in' && <p>{identity.signedInAs(now.me.name)}</p>}
      <DoorForm submit={identity.signIn} isBusy={isBusy} refusal={refusal} onSubmit={() => void signIn()}>
        <TextField label={identity.name} autocomplete="username webauthn" autoCapitalize="none" required value={name} onChange={setName} />
        <TextField
          label={identity.password}
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        {code !== undefined && (
          <TextField label={identity.code} hint={identity.codeHint} autocomplete="one-time-code" required value={code} onChange={setCode} />
        )}
      </DoorForm>
      <div class={css.or}>
        {hasPasskeys() && (
          <Button icon="lock" wide onClick={() => void ask(signWithPasskey)}>
            {identity.withPasskey}
          </Button>
        )}
        <LinkButton tone="quiet" wide href={link('today')}>
          {identity.withoutSigningIn}
        </LinkButton>
      </div>
    </DoorPage>
  );
}
