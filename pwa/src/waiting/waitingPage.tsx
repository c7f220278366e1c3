import { Button, EmptyState, Page } from '@taffrail/ui';
import { useBook } from '../app/index.ts';
import { waiting as words } from '../words/index.ts';
import { Conflicts } from './conflicts.tsx';
import { LineBanner } from './lineBanner.tsx';
import { SavedAt } from './savedAt.tsx';
import { Unsent } from './unsent.tsx';

/** What has not reached the server, why it waits, and what the server decided otherwise. */
export function WaitingPage() {
  const { replica, entry } = useBook();
  const { commands, documents, files } = replica.waiting.value;
  const conflicts = replica.conflicts.value;
  const unsent = commands + documents + files;
  // Nobody would miss it, and it is never brought to a server.
  const isMadeUp = entry.is_sample;
  const isAlone = replica.line.value.state === 'none';

  return (
    <Page
      title={words.title}
      measure="text"
      actions={
        !isAlone && (
          <Button icon="refresh" onClick={replica.tryNow}>
            {words.tryNow}
          </Button>
        )
      }
    >
      {!isMadeUp && <LineBanner line={replica.line.value} unsent={unsent} />}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
      {isMadeUp ? <p>{words.madeUp}</p> : unsent > 0 && <Unsent waiting={replica.waiting.value} />}
      {unsent + conflicts.length === 0 && !isAlone && (
        <EmptyState icon="cloud" title={words.allThere}>
          {words.allThereMeaning}
        </EmptyState>
      )}
      <SavedAt savedAt={replica.savedAt.value} isAlone={isAlone} />
    </Page>
  );
}
