import type { Id } from '@taffrail/domain/kernel';
import { differenceOf, isSame, type PlaybookVersion } from '@taffrail/domain/playbooks';
import type { Documents } from '@taffrail/replica/documents';
import { readDraft, type PlaybookDraft } from '@taffrail/sync';
import { KIND } from './desk.ts';
import { judge } from './judgement.ts';

/** Every draft on this device in which something is written, by the id of its playbook. */
export async function writtenDrafts(documents: Documents): Promise<ReadonlyMap<Id, PlaybookDraft>> {
  const drafts = new Map<Id, PlaybookDraft>();
  for (const name of await documents.names(KIND)) {
    const held = await documents.open(name);
    const draft = readDraft(held.document);
    await held.letGo();
    if (!isBlank(draft)) drafts.set(name.slice(KIND.length + 1), draft);
  }
  return drafts;
}

/** Nothing was written, or all of it was taken away again. */
export const isBlank = ({ name, fields }: PlaybookDraft): boolean => name.trim() === '' && fields.length === 0;

/** Whether a draft says what no version says: one that was published and not touched since is none in the making. */
export function isInTheMaking(draft: PlaybookDraft, versions: readonly PlaybookVersion[]): boolean {
  if (isBlank(draft)) return false;
  const base = versions.find(({ id }) => id === draft.base?.version_id);
  const { content } = judge(draft);
  return base === undefined || content === undefined || !isSame(differenceOf(base.content, content));
}
