import type { Id } from '@taffrail/domain/kernel';
import type { Content, PlaybookVersion } from '@taffrail/domain/playbooks';
import { fillDraft, readDraft, setDraft } from '@taffrail/sync';
import { baseOn } from './base.ts';
import { writeIn, type Desk } from './desk.ts';
import { usualHead } from './usual.ts';
import { isBlank, isInTheMaking } from './written.ts';

export const beginWithNothing = (desk: Desk, id: Id): Promise<void> =>
  writeIn(desk, id, (document) => setDraft(document, desk.entry.id, usualHead));

export const beginWith = (desk: Desk, id: Id, content: Content): Promise<void> =>
  writeIn(desk, id, (document) => fillDraft(document, desk.entry.id, content, null));

/** What somebody has begun goes on; otherwise the next version begins as the latest one is. */
export const beginNext = (desk: Desk, id: Id, versions: readonly PlaybookVersion[]): Promise<void> =>
  writeIn(desk, id, (document) => {
    const [latest] = versions;
    const draft = readDraft(document);
    const isBehind = draft.base?.version_id !== latest?.id && !isInTheMaking(draft, versions);
    if (latest !== undefined && (isBlank(draft) || isBehind)) fillDraft(document, desk.entry.id, latest.content, baseOn(latest));
  });
