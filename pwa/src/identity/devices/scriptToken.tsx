import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { SegmentedControl, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { ShownOnce } from '../shownOnce.tsx';

interface ScriptTokenProps {
  readonly workspaceId: string;
  readonly onClose: () => void;
}

const scopes = [
  { value: 'read', label: identity.scopes.read },
  { value: 'write', label: identity.scopes.write },
] as const;

/** The token takes the place of the form. */
const stay = (): void => {};

export function ScriptToken({ workspaceId, onClose }: ScriptTokenProps) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'read' | 'write'>('read');
  const [token, setToken] = useState<string>();

  async function make(): Promise<Refusal | undefined> {
    const body = { name, workspace_id: workspaceId, scope };
    const made = await api<{ token: string }>('/api/identity/script-tokens', { body });
    if (isRefusal(made)) return made;
    setToken(made.token);
    return undefined;
  }

  if (token !== undefined)
    return <ShownOnce title={identity.scriptToken} meaning={identity.scriptTokenOnce} text={token} onClose={onClose} />;
  return (
    <FormDialog title={identity.makeScriptToken} submit={identity.makeToken} onSubmit={make} onClose={onClose} onDone={stay}>
      <p>{identity.scriptMeaning}</p>
      <TextField label={identity.scriptName} maxLength={60} required value={name} onChange={setName} />
      <SegmentedControl label={identity.deviceScope} value={scope} choices={scopes} onChange={setScope} />
    </FormDialog>
  );
}
