import type { Subject } from '@taffrail/domain/attachments';
import type { Id } from '@taffrail/domain/kernel';
import { Skeleton } from '@taffrail/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageProps } from '../app/index.ts';
import type { JournalParts, PositionGrade, PositionPanel } from '../playbooks/index.ts';
import { PositionDiscipline } from '../discipline/index.ts';
import { PositionPage } from '../tradelog/index.ts';

/** A position with its checklists and what is written about it. The facts are there at once; all else is larger, and comes when it has loaded. */
export function TradePage({ params: { id } }: PageProps<'position'>) {
  const [journal, setJournal] = useState<Written>();
  const [playbooks, setPlaybooks] = useState<Played>();
  useEffect(() => void import('../journal/index.ts').then(setJournal), []);
  useEffect(() => void import('../playbooks/index.ts').then(setPlaybooks), []);
  return (
    <PositionPage
      id={id}
      grade={playbooks && <playbooks.PositionGrade positionId={id} />}
      discipline={<PositionDiscipline positionId={id} />}
      checklists={playbooks ? <playbooks.PositionPanel positionId={id} journal={journal} /> : <Skeleton shape="card" />}
      beside={<Beside id={id} journal={journal} />}
    />
  );
}

interface Written extends JournalParts {
  readonly PositionNotes: ComponentType<{ readonly positionId: Id }>;
  readonly AttachmentStrip: ComponentType<{ readonly subject: Subject }>;
}

interface Played {
  readonly PositionGrade: typeof PositionGrade;
  readonly PositionPanel: typeof PositionPanel;
}

interface BesideProps {
  readonly id: Id;
  readonly journal: Written | undefined;
}

function Beside({ id, journal }: BesideProps) {
  if (journal === undefined) return <Skeleton shape="card" />;
  const { PositionNotes, AttachmentStrip } = journal;
  return (
    <>
      <PositionNotes positionId={id} />
      <AttachmentStrip subject={{ type: 'position', id }} />
    </>
  );
}
