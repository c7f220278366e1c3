import type { Subject } from '@taffrail/domain/attachments';
import { Button, ErrorState, Skeleton } from '@taffrail/ui';
import type { EditorView } from 'prosemirror-view';
import { useState } from 'preact/hooks';
import { useDocument } from '../app/index.ts';
import { journal } from '../words/index.ts';
import { useAttaching } from './attachments/attaching.ts';
import { isReadable } from './editor/readable.ts';
import { RichText } from './editor/richText.tsx';

interface WrittenPageProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  /** What pictures in the text are attached to. */
  readonly subject: Subject;
  readonly onView?: (view: EditorView | undefined) => void;
}

/** The text of a document, with its states: opening, open, not to be opened. */
export function WrittenPage({ name, label, placeholder, subject, onView }: WrittenPageProps) {
  const holding = useDocument(name);
  const attachAll = useAttaching(subject);
  const [, drawAgain] = useState(0);
  if (holding.status === 'opening') return <Skeleton shape="row" count={6} />;
  if (holding.status === 'failed') {
    return (
      <ErrorState
        title={journal.pageFailed}
        actions={
          <Button tone="primary" icon="refresh" onClick={holding.again}>
            {journal.openAgain}
          </Button>
        }
      >
        {journal.pageFailedMeaning}
      </ErrorState>
    );
  }
  if (!isReadable(holding.held.document)) {
    return (
      <ErrorState
        title={journal.newerPage}
        actions={
          <Button tone="primary" icon="refresh" onClick={() => location.reload()}>
            {journal.reload}
          </Button>
        }
      >
        {journal.newerPageMeaning}
      </ErrorState>
    );
  }
  const given = onView === undefined ? {} : { onView };
  return (
    <RichText
      held={holding.held}
      label={label}
      placeholder={placeholder}
      attachAll={attachAll}
      onOutgrown={() => drawAgain((turn) => turn + 1)}
      {...given}
    />
  );
}
