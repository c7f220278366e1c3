import type { Id } from '@taffrail/domain/kernel';
import type { PlaybookDraft } from '@taffrail/sync';
import { useEffect, useState } from 'preact/hooks';
import { useBook } from '../../app/index.ts';
import { isInTheMaking, writtenDrafts } from '../draft/written.ts';
import { readPlaybook } from '../usePlaybook.ts';

/**
 * The drafts that say what no version says, by the id of their playbook; undefined until they are read. Read again when what
 * waits for the server changes, which is when something was written, and when what they are told apart from has changed.
 */
export function useDrafts(given: unknown): ReadonlyMap<Id, PlaybookDraft> | undefined {
  const { papers, replica } = useBook();
  const [drafts, setDrafts] = useState<ReadonlyMap<Id, PlaybookDraft>>();
  const { documents } = replica.waiting.value;

  useEffect(() => {
    let isWanted = true;
    async function read(): Promise<void> {
      const written = await writtenDrafts(await papers.documents());
      const inTheMaking = new Map<Id, PlaybookDraft>();
      for (const [id, draft] of written) {
        const published = await readPlaybook(replica, id);
        if (isInTheMaking(draft, published?.versions ?? [])) inTheMaking.set(id, draft);
      }
      if (isWanted) setDrafts(inTheMaking);
    }
    void read();
    return () => {
      isWanted = false;
    };
  }, [papers, replica, documents, given]);

  return drafts;
}
