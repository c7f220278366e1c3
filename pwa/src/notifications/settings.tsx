import { EmptyState, Skeleton } from '@taffrail/ui';
import { useEffect } from 'preact/hooks';
import { notifications } from '../words/index.ts';
import { choosing, readChosen } from './choices.ts';
import { workspaceOnScreen } from './feed.ts';
import { KindTable } from './kindTable.tsx';
import { NotRead } from './notRead.tsx';
import { QuietHoursForm } from './quietHoursForm.tsx';
import { ThisDevice } from './thisDevice.tsx';

/** What one wants to hear, where, and when not. */
export function NotificationSettings() {
  const workspaceId = workspaceOnScreen();
  useEffect(() => {
    if (workspaceId !== undefined) void readChosen();
  }, [workspaceId]);

  if (workspaceId !== undefined) return <Choices />;
  return (
    <EmptyState icon="device" title={notifications.localTitle}>
      {notifications.local}
    </EmptyState>
  );
}

function Choices() {
  const now = choosing.value;
  if (now.status === 'loading') return <Skeleton shape="row" count={8} />;
  if (now.status === 'failed') return <NotRead refusal={now.refusal} onAgain={() => void readChosen()} />;
  return (
    <>
      <ThisDevice here={now.here} />
      <KindTable chosen={now} />
      <QuietHoursForm choices={now.choices} />
    </>
  );
}
