import { Button, Section, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog, session, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';

export function PasswordSection() {
  const [isOpen, setOpen] = useState(false);
  const now = session.value;
  return (
    <Section title={identity.password} actions={<Button onClick={() => setOpen(true)}>{identity.changePassword}</Button>}>
      {now.status === 'in' && <p>{identity.signedInAs(now.me.name)}</p>}
      {isOpen && <ChangePassword onClose={() => setOpen(false)} />}
    </Section>
  );
}

function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const [password, setPassword] = useState('');
  return (
    <FormDialog
      title={identity.changePassword}
      submit={identity.save}
      onSubmit={() => api('/api/identity/password', { method: 'PUT', body: { password } })}
      onClose={onClose}
      onDone={() => {
        toast({ text: identity.passwordChanged });
        onClose();
      }}
    >
      <p>{identity.changePasswordMeaning}</p>
      <TextField
        label={identity.newPassword}
        hint={identity.newPasswordHint}
        type="password"
        autocomplete="new-password"
        required
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
