import { isRefusal } from '@taffrail/domain/kernel';
import { Button, List, ListItem, Section, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { Answer } from '../answer.tsx';
import { useAnswer } from '../answered.ts';
import { Invite } from './invite.tsx';
import type { Role } from './member.ts';
import css from '../door/form.module.css';

interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly expires_at: string;
}

/** Those nobody has accepted yet. */
export function Invitations({ workspaceId }: { readonly workspaceId: string }) {
  const formats = useFormats();
  const [invitations, read] = useAnswer<{ invitations: readonly Invitation[] }>('/api/identity/invitations', { workspaceId });
  const [isInviting, setInviting] = useState(false);

  async function withdraw(id: string): Promise<void> {
    const answer = await api(`/api/identity/invitations/${id}`, { method: 'DELETE', workspaceId });
    toast(isRefusal(answer) ? { tone: 'breach', text: answer.sentence } : { text: identity.withdrawn });
    await read();
  }

  return (
    <Section
      title={identity.invitations}
      actions={
        <Button icon="add" onClick={() => setInviting(true)}>
          {identity.invite}
        </Button>
      }
    >
      <Answer of={invitations} rows={1} again={read}>
        {({ invitations: all }) =>
          all.length === 0 ? (
            <p class={css.muted}>{identity.noInvitations}</p>
          ) : (
            <List label={identity.invitations}>
              {all.map(({ id, role, expires_at }) => (
                <ListItem
                  key={id}
                  icon="link"
                  title={identity.roles[role]}
                  note={identity.invitationUntil(formats.dateTime(expires_at))}
                  end={<Button onClick={() => void withdraw(id)}>{identity.withdraw}</Button>}
                />
              ))}
            </List>
          )
        }
      </Answer>
      {isInviting && (
        <Invite
          workspaceId={workspaceId}
          onClose={() => {
            setInviting(false);
            void read();
          }}
        />
      )}
    </Section>
  );
}
