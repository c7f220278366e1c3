import { isRefusal } from '@taffrail/domain/kernel';
import { Badge, Button, List, ListItem, Section, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, toast } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { Answer } from '../answer.tsx';
import { useAnswer } from '../answered.ts';
import { SignOut } from '../signIn/signOut.tsx';

interface OpenSession {
  readonly id: string;
  readonly created_at: string;
  readonly used_at: string;
  readonly address: string;
  readonly is_this_one: boolean;
}

/** Where somebody is signed in. */
export function SessionSection() {
  const formats = useFormats();
  const [sessions, read] = useAnswer<{ sessions: readonly OpenSession[] }>('/api/identity/sessions');
  const [isLeaving, setLeaving] = useState(false);

  async function end({ id }: OpenSession): Promise<void> {
    const answer = await api(`/api/identity/sessions/${id}`, { method: 'DELETE' });
    toast(isRefusal(answer) ? { tone: 'breach', text: answer.sentence } : { text: identity.sessionEnded });
    await read();
  }

  return (
    <Section title={identity.sessions}>
      <Answer of={sessions} rows={2} again={read}>
        {({ sessions: all }) => (
          <List label={identity.sessions}>
            {all.map((session) => (
              <ListItem
                key={session.id}
                icon="person"
                title={
                  <>
                    {identity.sessionFrom(session.address)} {session.is_this_one && <Badge tone="accent">{identity.thisOne}</Badge>}
                  </>
                }
                note={identity.sessionUsed(formats.dateTime(session.created_at), formats.dateTime(session.used_at))}
                end={
                  session.is_this_one ? (
                    <Button onClick={() => setLeaving(true)}>{identity.signOut}</Button>
                  ) : (
                    <Button onClick={() => void end(session)}>{identity.endSession}</Button>
                  )
                }
              />
            ))}
          </List>
        )}
      </Answer>
      {isLeaving && <SignOut onClose={() => setLeaving(false)} />}
    </Section>
  );
}
