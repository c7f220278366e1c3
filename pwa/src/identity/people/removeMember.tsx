import { api, FormDialog } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import type { Member } from './member.ts';

interface RemoveMemberProps {
  readonly workspaceId: string;
  readonly member: Member;
  readonly onClose: () => void;
}

export function RemoveMember({ workspaceId, member, onClose }: RemoveMemberProps) {
  return (
    <FormDialog
      title={identity.removeMemberTitle(member.name)}
      submit={identity.removeMember}
      danger
      onSubmit={() => api(`/api/identity/members/${member.user_id}`, { method: 'DELETE', workspaceId })}
      onClose={onClose}
    >
      <p>{identity.removeMemberMeaning}</p>
    </FormDialog>
  );
}
