import { Button, Card, DefinitionList, LinkButton, TextField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, DoorPage, session, toast, useAsking } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';
import { DoorForm } from '../door/doorForm.tsx';
import { useWho } from '../who.ts';
import { WorkspaceChoice } from '../workspaceChoice.tsx';
import css from '../door/form.module.css';

interface Applicant {
  readonly kind: 'extension' | 'phone' | 'script';
  readonly name: string;
  readonly scope: 'read' | 'write';
  readonly address: string;
  readonly expires_at: string;
}

/** Types the code that a device shows, and looks at what it is before letting it in. */
export function LetDeviceIn() {
  const who = useWho();
  const [code, setCode] = useState('');
  const [applicant, setApplicant] = useState<Applicant>();
  const { ask, refusal, isBusy } = useAsking();
  const path = `/api/identity/device-codes/${encodeURIComponent(code.trim())}`;

  if (who.status === 'out') return <SignInFirst />;
  if (applicant !== undefined) return <Decide applicant={applicant} path={path} onDone={() => setApplicant(undefined)} />;
  return (
    <DoorPage title={identity.pairTitle}>
      <p>{identity.pairMeaning}</p>
      <DoorForm
        submit={identity.pairLook}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={() => void ask(() => api<Applicant>(path)).then((found) => found && setApplicant(found.answer))}
      >
        <TextField
          label={identity.pairCode}
          hint={identity.pairCodeHint}
          autoCapitalize="characters"
          autocomplete="off"
          spellcheck={false}
          maxLength={20}
          required
          value={code}
          onChange={(typed) => setCode(typed.toUpperCase())}
        />
      </DoorForm>
    </DoorPage>
  );
}

function SignInFirst() {
  return (
    <DoorPage title={identity.pairTitle}>
      <p>{identity.pairSignInFirst}</p>
      <LinkButton tone="primary" wide href={link('signIn')}>
        {identity.signIn}
      </LinkButton>
    </DoorPage>
  );
}

interface DecideProps {
  readonly applicant: Applicant;
  readonly path: string;
  readonly onDone: () => void;
}

function Decide({ applicant, path, onDone }: DecideProps) {
  const formats = useFormats();
  const now = session.value;
  const workspaces = now.status === 'in' ? now.me.workspaces : [];
  const [workspaceId, setWorkspaceId] = useState(workspaces[0]?.id ?? '');
  const { ask, refusal, isBusy } = useAsking();

  async function letIn(): Promise<void> {
    if (await ask(() => api(`${path}/approve`, { body: { workspace_id: workspaceId } }))) done(identity.letIn(applicant.name));
  }
  async function turnAway(): Promise<void> {
    if (await ask(() => api(`${path}/deny`, { method: 'POST' }))) done(identity.turnedAway(applicant.name));
  }
  function done(text: string): void {
    toast({ text });
    onDone();
  }

  return (
    <DoorPage title={identity.letInTitle(applicant.name)}>
      <p>{identity.letInMeaning}</p>
      <Card>
        <DefinitionList
          items={[
            { key: 'kind', term: identity.deviceKind, value: identity.kinds[applicant.kind] },
            { key: 'address', term: identity.deviceAddress, value: applicant.address },
            { key: 'scope', term: identity.deviceScope, value: identity.scopes[applicant.scope] },
            { key: 'until', term: identity.goodUntil, value: formats.time(applicant.expires_at) },
          ]}
        />
      </Card>
      <DoorForm submit={identity.letInAction} isBusy={isBusy} refusal={refusal} onSubmit={() => void letIn()}>
        <WorkspaceChoice workspaces={workspaces} value={workspaceId} onChange={setWorkspaceId} />
      </DoorForm>
      <div class={css.or}>
        <Button wide onClick={() => void turnAway()}>
          {identity.turnAway}
        </Button>
      </div>
    </DoorPage>
  );
}
