import { isRefusal } from '@taffrail/domain/kernel';
import { Button, Dialog, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { shell } from '../words/index.ts';
import { api } from './api.ts';
import { asksForProof, proved } from './proving.ts';
import { session } from './session.ts';
import css from './proofDialog.module.css';

/** The one place where a trader shows again that it is they, whatever it is that the server wants it for. */
export function ProofDialog() {
  return asksForProof.value.length > 0 ? <Asking /> : null;
}

const FORM = 'proof';

function Asking() {
  const now = session.value;
  const takesCode = now.status === 'in' && now.me.has_authenticator;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function prove(): Promise<void> {
    setBusy(true);
    const answer = await api('/api/identity/re-authenticate', { body: { password, ...(takesCode && { code }) } });
    setBusy(false);
    if (isRefusal(answer)) setProblem(answer.sentence);
    else proved(true);
  }

  return (
    <Dialog
      open
      title={shell.proofTitle}
      onClose={() => proved(false)}
      actions={
        <>
          <Button onClick={() => proved(false)}>{shell.proofNotNow}</Button>
          <Button tone="primary" type="submit" form={FORM} busy={isBusy}>
            {shell.proofAction}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void prove();
        }}
      >
        <p>{shell.proofMeaning}</p>
        <input type="text" autocomplete="username" value={now.status === 'in' ? now.me.name : ''} hidden readOnly />
        <TextField
          label={shell.password}
          type="password"
          autocomplete="current-password"
          required
          value={password}
          error={takesCode ? undefined : problem}
          onChange={setPassword}
        />
        {takesCode && (
          <TextField label={shell.code} autocomplete="one-time-code" required value={code} error={problem} onChange={setCode} />
        )}
      </form>
    </Dialog>
  );
}
