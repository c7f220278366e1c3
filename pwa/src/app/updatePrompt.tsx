import { Banner, Button, Dialog } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import type { Updates } from '../updates/index.ts';
import { shell } from '../words/index.ts';
import { hasUnsaved } from './unsaved.ts';

/** Says that a newer version waits, and shows it when asked; with something half written open it asks first. */
export function UpdatePrompt({ updates }: { readonly updates: Updates }) {
  const [isAsking, setAsking] = useState(false);
  if (updates.state.value === 'current') return null;
  const show = () => (hasUnsaved() ? setAsking(true) : updates.apply());

  return (
    <>
      <Banner actions={<Button onClick={show}>{shell.updateApply}</Button>}>{shell.updateReady}</Banner>
      <Dialog
        title={shell.updateUnsavedTitle}
        open={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{shell.updateLater}</Button>
            <Button tone="danger" onClick={updates.apply}>
              {shell.updateAnyway}
            </Button>
          </>
        }
      >
        {shell.updateUnsaved}
      </Dialog>
    </>
  );
}
