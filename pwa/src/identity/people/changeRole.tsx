import { useState } from 'preact/hooks';
import { api, FormDialog } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import type { Member } from './member.ts';
import { RoleField } from './roleField.tsx';

interface ChangeRoleProps {
  readonly workspaceId: string;
  readonly member: Member;
  readonly onClose: () => void;
}

export function ChangeRole({ workspaceId, member, onClose }: ChangeRoleProps) {
  const [role, setRole] = useState(member.role);
  return (
    <FormDialog
      title={identity.changeRoleOf(member.name)}
      submit={identity.save}
      onSubmit={() => api(`/api/identity/members/${member.user_id}`, { method: 'PUT', body: { role }, workspaceId })}
      onClose={onClose}
    >
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  );
}
