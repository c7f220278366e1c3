import { parts } from '@taffrail/face/words';
import { Button, Dialog } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { ask, type PlannedTrade } from '../../app/index.ts';
import { planned as words } from '../../words/index.ts';
import { toast } from '../toasts.ts';

/** For a plan that came to nothing. No command leads back, so it is asked first. */
export function GiveUp({ of: { id, symbol } }: { readonly of: PlannedTrade }) {
  const [isAsked, setAsked] = useState(false);

  async function giveUp(): Promise<void> {
    setAsked(false);
    const refused = await ask({ kind: 'give_up', position_id: id });
    toast(refused === null ? { text: words.givenUp(symbol) } : { text: refused.sentence, tone: 'breach' });
  }

  return (
    <>
      <Button onClick={() => setAsked(true)}>{words.notTraded}</Button>
      <Dialog
        open={isAsked}
        title={words.giveUpTitle(symbol)}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{parts.cancel}</Button>
            <Button tone="danger" onClick={() => void giveUp()}>
              {words.giveUp}
            </Button>
          </>
        }
      >
        <p>{words.giveUpMeaning}</p>
      </Dialog>
    </>
  );
}
