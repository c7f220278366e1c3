import type { HeldDocument } from '@taffrail/replica/documents';
import type { PlaybookDraft } from '@taffrail/sync';
import { Badge, EmptyState, Page } from '@taffrail/ui';
import { People } from '../../app/index.ts';
import { playbooks as words } from '../../words/index.ts';
import { Back } from '../back.tsx';
import { tryable } from '../draft/tryable.ts';
import { isBlank } from '../draft/written.ts';
import { AskedPart, GradePart } from '../versions/contentPart.tsx';
import css from './builder.module.css';

interface DraftReadingProps {
  readonly held: HeldDocument;
  readonly draft: PlaybookDraft;
}

/** What others are writing, to be read while they write it. */
export function DraftReading({ held, draft }: DraftReadingProps) {
  const { checklist } = tryable(draft);
  return (
    <Page title={draft.name.trim() || words.unnamed} above={<Back />} beside={<Badge tone="accent">{words.draft}</Badge>}>
      <div class={css.standing}>
        <People held={held} />
      </div>
      {isBlank(draft) ? (
        <EmptyState icon="search" title={words.noDraft} />
      ) : (
        <div class={css.build}>
          <AskedPart content={checklist} />
          <GradePart content={checklist} />
        </div>
      )}
    </Page>
  );
}
