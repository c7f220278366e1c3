import type { Subject } from '@taffrail/domain/attachments';
import type { Id } from '@taffrail/domain/kernel';
import { Skeleton } from '@taffrail/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageProps } from '../app/index.ts';
import { PositionPage } from '../tradelog/index.ts';

/** A position with what is written about it. The facts are there at once; the editor is larger, and comes when it has loaded. */
export function TradePage({ params: { id } }: PageProps<'position'>) {
  return <PositionPage id={id} beside={<Beside id={id} />} />;
}

interface Written {
  readonly PositionNotes: ComponentType<{ readonly positionId: Id }>;
  readonly AttachmentStrip: ComponentType<{ readonly subject: Subject }>;
}

function Beside({ id }: { readonly id: string }) {
  const [journal, setJournal] = useState<Written>();
  useEffect(() => void import('../journal/index.ts').then(setJournal), []);
  if (journal === undefined) return <Skeleton shape="card" />;
  const { PositionNotes, AttachmentStrip } = journal;
  return (
    <>
      <PositionNotes positionId={id} />
      <AttachmentStrip subject={{ type: 'position', id }} />
    </>
  );
}
