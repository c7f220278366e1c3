import type { Id } from '@taffrail/domain/kernel';
import type { ResponseSubject } from '@taffrail/domain/playbooks';
import { Button, ErrorState, Sheet, Skeleton } from '@taffrail/ui';
import { useDocument, useLive, useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import { Filling } from './filling.tsx';
import type { JournalParts } from './journalParts.ts';
import { readResponse } from './responses.ts';

interface FillingSheetProps {
  readonly subject: ResponseSubject;
  readonly playbookId: Id;
  /** Where the trade is booked; of an instrument it is asked. */
  readonly accountId: Id | null;
  /** Undefined while it is loaded: boxes can be ticked meanwhile. */
  readonly journal: JournalParts | undefined;
  readonly onClose: () => void;
}

/** A checklist to be filled in, beside the page on a desk, under the thumb on a phone. Closing it leaves everything as it is. */
export function FillingSheet({ subject, playbookId, accountId, journal, onClose }: FillingSheetProps) {
  const replica = useReplica();
  const given = subject.type === 'position' ? [subject.id] : [subject.day, subject.symbol];
  const answer = useLive(['playbook', 'playbook_version', 'playbook_response'], () => readResponse(replica, subject, playbookId), [
    ...given,
    playbookId,
  ]);
  const shown = answer.status === 'ready' ? answer.value : undefined;
  const title = shown === undefined ? checklist.title : shown.playbook.name;
  return (
    <Sheet open title={subject.type === 'instrument' ? `${subject.symbol}: ${title}` : title} onClose={onClose}>
      {answer.status === 'loading' && <Skeleton shape="row" count={8} />}
      {answer.status !== 'loading' && shown === undefined && <ErrorState title={checklist.gone}>{checklist.goneMeaning}</ErrorState>}
      {shown !== undefined && <Opened shown={shown} accountId={accountId} journal={journal} onDone={onClose} />}
    </Sheet>
  );
}

type OpenedProps = Omit<Parameters<typeof Filling>[0], 'held'>;

function Opened(props: OpenedProps) {
  const holding = useDocument(`response/${props.shown.id}`);
  if (holding.status === 'opening') return <Skeleton shape="row" count={8} />;
  if (holding.status === 'open') return <Filling {...props} held={holding.held} />;
  return (
    <ErrorState
      title={checklist.failed}
      actions={
        <Button tone="primary" icon="refresh" onClick={holding.again}>
          {checklist.openAgain}
        </Button>
      }
    >
      {checklist.failedMeaning}
    </ErrorState>
  );
}
