import { Badge, EmptyState, LinkButton, List, ListItem, Menu, Section, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { session } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';
import { Answer } from '../answer.tsx';
import { useAnswer } from '../answered.ts';
import { workspaceOnScreen } from '../workspaceOnScreen.ts';
import { ChangeRole } from './changeRole.tsx';
import { Invitations } from './invitations.tsx';
import type { Member } from './member.ts';
import { RemoveMember } from './removeMember.tsx';

/** Who belongs to the book on the screen. */
export function PeoplePanel() {
  const workspaceId = workspaceOnScreen();
  if (workspaceId === undefined) {
    return (
      <EmptyState icon="person" title={identity.onlyYou} actions={<LinkButton href={link('books')}>{identity.toBooks}</LinkButton>}>
        {identity.onlyYouMeaning}
      </EmptyState>
    );
  }
  return <People key={workspaceId} workspaceId={workspaceId} />;
}

interface Doing {
  readonly what: 'role' | 'remove';
  readonly member: Member;
}

function People({ workspaceId }: { readonly workspaceId: string }) {
  const [members, read] = useAnswer<{ members: readonly Member[] }>('/api/identity/members', { workspaceId });
  const [doing, setDoing] = useState<Doing>();
  const now = session.value;
  const me = now.status === 'in' ? now.me : undefined;
  const isOwner = me?.workspaces.find(({ id }) => id === workspaceId)?.role === 'owner';
  const done = () => {
    setDoing(undefined);
    void read();
  };

  return (
    <>
      <Section title={identity.members}>
        <Answer of={members} rows={2} again={read}>
          {({ members: all }) => (
            <List label={identity.members}>
              {all.map((member) => (
                <MemberItem
                  key={member.user_id}
                  member={member}
                  isMe={member.user_id === me?.user_id}
                  mayChange={isOwner}
                  onDo={(what) => setDoing({ what, member })}
                />
              ))}
            </List>
          )}
        </Answer>
      </Section>
      {isOwner && <Invitations workspaceId={workspaceId} />}
      {doing?.what === 'role' && <ChangeRole workspaceId={workspaceId} member={doing.member} onClose={done} />}
      {doing?.what === 'remove' && <RemoveMember workspaceId={workspaceId} member={doing.member} onClose={done} />}
    </>
  );
}

interface MemberItemProps {
  readonly member: Member;
  readonly isMe: boolean;
  readonly mayChange: boolean;
  readonly onDo: (what: Doing['what']) => void;
}

function MemberItem({ member, isMe, mayChange, onDo }: MemberItemProps) {
  const formats = useFormats();
  return (
    <ListItem
      icon="person"
      title={
        <>
          {member.name} {isMe && <Badge>{identity.you}</Badge>}
        </>
      }
      note={`${identity.roles[member.role]} · ${identity.since(formats.dateTime(member.since))}`}
      end={
        mayChange && (
          <Menu
            label={identity.doWith(member.name)}
            items={[
              { label: identity.changeRole, icon: 'edit', onSelect: () => onDo('role') },
              ...(isMe ? [] : [{ label: identity.removeMember, icon: 'trash' as const, danger: true, onSelect: () => onDo('remove') }]),
            ]}
          />
        )
      }
    />
  );
}
