import type { Refusal } from '@taffrail/domain/kernel';
import { Button, ErrorState, OfflineState } from '@taffrail/ui';
import { notifications } from '../words/index.ts';

/** What is kept on the server and could not be read: no network is nothing that went wrong. */
export function NotRead({ refusal, onAgain }: { readonly refusal: Refusal; readonly onAgain: () => void }) {
  const again = (
    <Button icon="refresh" onClick={onAgain}>
      {notifications.again}
    </Button>
  );
  if (refusal.code === 'offline') {
    return (
      <OfflineState title={notifications.offlineTitle} actions={again}>
        {notifications.offline}
      </OfflineState>
    );
  }
  return (
    <ErrorState title={notifications.failedTitle} actions={again}>
      {refusal.sentence}
    </ErrorState>
  );
}
