import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { useState } from 'preact/hooks';
import { api, FormDialog } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { ShownOnce } from '../shownOnce.tsx';
import type { Role } from './member.ts';
import { RoleField } from './roleField.tsx';

/** The link takes the place of the form. */
const stay = (): void => {};

export function Invite({ workspaceId, onClose }: { readonly workspaceId: string; readonly onClose: () => void }) {
  const [role, setRole] = useState<Role>('viewer');
  const [invited, setInvited] = useState<string>();

  async function invite(): Promise<Refusal | undefined> {
    const made = await api<{ link: string }>('/api/identity/invitations', { body: { role }, workspaceId });
    if (isRefusal(made)) return made;
    setInvited(made.link);
    return undefined;
  }

  if (invited !== undefined) {
    return <ShownOnce title={identity.inviteLink} meaning={identity.inviteLinkMeaning} text={invited} onClose={onClose} />;
  }
  return (
    <FormDialog title={identity.inviteTitle} submit={identity.inviteAction} onSubmit={invite} onClose={onClose} onDone={stay}>
      <p>{identity.inviteMeaning}</p>
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  );
}
