import { Button, Card, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog, mayWrite, toast } from '../../app/index.ts';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { phaseSettings as words } from '../../words/index.ts';
import css from './settings.module.css';

/** The server keeps it; a book of this device alone has none. */
export function PasswordPart({ workspaceId }: { readonly workspaceId: string | null }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={words.password}>
      <div class={css.stack}>
        <p class={css.muted}>{workspaceId === null ? words.passwordHere : words.passwordMeaning}</p>
        {workspaceId !== null && mayWrite.value && (
          <div>
            <Button icon="lock" onClick={() => setOpen(true)}>
              {words.setPassword}
            </Button>
          </div>
        )}
        {isOpen && workspaceId !== null && <SetPassword workspaceId={workspaceId} onClose={() => setOpen(false)} />}
      </div>
    </Card>
  );
}

function SetPassword({ workspaceId, onClose }: { readonly workspaceId: string; readonly onClose: () => void }) {
  const [password, setPassword] = useState('');

  async function save(): Promise<Refusal | undefined> {
    const answer = await api<unknown>('/api/phases/override-password', { method: 'PUT', body: { password }, workspaceId });
    if (isRefusal(answer)) return answer;
    toast({ text: words.passwordSaved });
    return undefined;
  }

  return (
    <FormDialog title={words.password} submit={words.setPassword} canSubmit={password !== ''} onSubmit={save} onClose={onClose}>
      <TextField
        label={words.newPassword}
        hint={words.newPasswordHint}
        type="password"
        autocomplete="new-password"
        required
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
