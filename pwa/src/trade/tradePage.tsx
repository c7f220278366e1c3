import type { Subject } from '@taffrail/domain/attachments';
import type { Id } from '@taffrail/domain/kernel';
import { Skeleton } from '@taffrail/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageProps } from '../app/index.ts';
import type { JournalParts, PositionPanel } from '../playbooks/index.ts';
import { PositionPage } from '../tradelog/index.ts';

/** A position with its checklists and what is written about it. The facts are there at once; all else is larger, and comes when it has loaded. */
export function TradePage({ params: { id } }: PageProps<'position'>) {
  const [journal, setJournal] = useState<Written>();
  useEffect(() => void import('../journal/index.ts').then(setJournal), []);
  return <PositionPage id={id} checklists={<Checklists id={id} journal={journal} />} beside={<Beside id={id} journal={journal} />} />;
}

interface Written extends JournalParts {
  readonly PositionNotes: ComponentType<{ readonly positionId: Id }>;
  readonly AttachmentStrip: ComponentType<{ readonly subject: Subject }>;
}

interface LoadedProps {
  readonly id: Id;
  readonly journal: Written | undefined;
}

function Checklists({ id, journal }: LoadedProps) {
  const [loaded, setLoaded] = useState<{ readonly Panel: typeof PositionPanel }>();
  useEffect(() => void import('../playbooks/index.ts').then(({ PositionPanel: Panel }) => setLoaded({ Panel })), []);
  return loaded === undefined ? <Skeleton shape="card" /> : <loaded.Panel positionId={id} journal={journal} />;
}

function Beside({ id, journal }: LoadedProps) {
  if (journal === undefined) return <Skeleton shape="card" />;
  const { PositionNotes, AttachmentStrip } = journal;
  return (
    <>
      <PositionNotes positionId={id} />
      <AttachmentStrip subject={{ type: 'position', id }} />
    </>
  );
}
