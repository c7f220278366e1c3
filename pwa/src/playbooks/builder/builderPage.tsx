import type { HeldDocument } from '@taffrail/replica/documents';
import { Button, EmptyState, ErrorState, Page, Skeleton } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { mayWrite, sentenceOf, useBook, useDocument, type PageProps } from '../../app/index.ts';
import { builder as words, playbooks } from '../../words/index.ts';
import { Back } from '../back.tsx';
import { beginNext } from '../draft/begin.ts';
import { draftName } from '../draft/desk.ts';
import { useDraft } from '../draft/useDraft.ts';
import { isBlank } from '../draft/written.ts';
import { usePlaybook, type ShownPlaybook } from '../usePlaybook.ts';
import { DraftReading } from './draftReading.tsx';
import { Workbench } from './workbench.tsx';

/** A playbook being written, alone or together; what it will say is published as a version. */
export function BuilderPage({ params: { id } }: PageProps<'playbookDraft'>) {
  const holding = useDocument(draftName(id));
  const published = usePlaybook(id);
  if (holding.status === 'failed') {
    return (
      <Framed>
        <ErrorState
          title={words.failed}
          actions={
            <Button tone="primary" icon="refresh" onClick={holding.again}>
              {words.openAgain}
            </Button>
          }
        >
          {words.failedMeaning}
        </ErrorState>
      </Framed>
    );
  }
  if (published.status === 'failed') {
    return (
      <Framed>
        <ErrorState title={playbooks.failed}>{sentenceOf(published.error)}</ErrorState>
      </Framed>
    );
  }
  if (holding.status === 'opening' || published.status === 'loading') {
    return (
      <Framed>
        <Skeleton shape="card" count={3} />
      </Framed>
    );
  }
  return <Opened key={id} id={id} held={holding.held} shown={published.value} />;
}

function Opened({ id, held, shown }: { readonly id: string; readonly held: HeldDocument; readonly shown: ShownPlaybook | undefined }) {
  const desk = useBook();
  const draft = useDraft(held.document);
  const [latest] = shown?.versions ?? [];
  if (!mayWrite.value) return <DraftReading held={held} draft={draft} />;
  if (shown === undefined || latest === undefined || !isBlank(draft)) {
    return <Workbench id={id} held={held} draft={draft} shown={shown} />;
  }
  return (
    <Framed title={words.titleOf(shown.playbook.name)}>
      <EmptyState
        icon="checks"
        title={words.nothingBegun(latest.version)}
        actions={
          <Button tone="primary" icon="edit" onClick={() => void beginNext(desk, id, shown.versions)}>
            {words.beginNext}
          </Button>
        }
      >
        {words.nothingBegunMeaning}
      </EmptyState>
    </Framed>
  );
}

interface FramedProps {
  /** Of one that has a name by now. */
  readonly title?: string;
  readonly children: ComponentChildren;
}

const Framed = ({ title = words.title, children }: FramedProps) => (
  <Page title={title} above={<Back />}>
    {children}
  </Page>
);
