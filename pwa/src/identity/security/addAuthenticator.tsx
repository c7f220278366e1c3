import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { QrCode } from '../devices/qrCode.tsx';
import { ShownOnce } from '../shownOnce.tsx';
import css from '../shownOnce.module.css';

export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

/** The recovery codes take the place of the form. */
const stay = (): void => {};

export function AddAuthenticator({ enrolment, onClose }: { readonly enrolment: Enrolment; readonly onClose: () => void }) {
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState<readonly string[]>();

  async function confirm(): Promise<Refusal | undefined> {
    const answer = await api<{ recovery_codes: readonly string[] }>('/api/identity/authenticator/confirm', { body: { code } });
    if (isRefusal(answer)) return answer;
    setRecovery(answer.recovery_codes);
    return undefined;
  }

  if (recovery !== undefined) {
    return <ShownOnce title={identity.recoveryCodes} meaning={identity.recoveryMeaning} text={recovery.join('\n')} onClose={onClose} />;
  }
  return (
    <FormDialog title={identity.addAuthenticator} submit={identity.confirm} onSubmit={confirm} onClose={onClose} onDone={stay}>
      <p>{identity.scanMeaning}</p>
      <QrCode text={enrolment.uri} label={identity.scanLabel} />
      <p>{identity.typeSecret}</p>
      <p class={css.text}>{enrolment.secret}</p>
      <TextField
        label={identity.firstCode}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={10}
        required
        value={code}
        onChange={setCode}
      />
    </FormDialog>
  );
}
