import type { Id } from '@taffrail/domain/kernel';
import type { Documents } from '@taffrail/replica/documents';
import type { PlaybookDraft } from '@taffrail/sync';
import { useEffect, useState } from 'preact/hooks';
import { useBook } from '../../app/index.ts';
import { isInTheMaking, writtenDrafts } from '../draft/written.ts';
import { readPlaybook } from '../usePlaybook.ts';

type Drafts = ReadonlyMap<Id, PlaybookDraft>;

/**
 * The drafts that say what no version says, by the id of their playbook; undefined until they are read. Read again when one was
 * written in, and when what they are told apart from has changed.
 */
export function useDrafts(publishedSince: unknown): Drafts | undefined {
  const { papers, replica } = useBook();
  const [drafts, setDrafts] = useState<Drafts>();

  useEffect(() => {
    const closing = new AbortController();
    async function read(documents: Documents): Promise<void> {
      const inTheMaking = new Map<Id, PlaybookDraft>();
      for (const [id, draft] of await writtenDrafts(documents)) {
        const published = await readPlaybook(replica, id);
        if (isInTheMaking(draft, published?.versions ?? [])) inTheMaking.set(id, draft);
      }
      if (!closing.signal.aborted) setDrafts(inTheMaking);
    }
    void papers.documents().then((documents) => {
      if (closing.signal.aborted) return;
      const readAgain = oneAtATime(() => read(documents));
      closing.signal.addEventListener('abort', documents.onWritten(readAgain));
      readAgain();
    });
    return () => closing.abort();
  }, [papers, replica, publishedSince]);

  return drafts;
}

/** What is asked for meanwhile is done once, afterwards. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isStale = false;
  let isBusy = false;
  async function go(): Promise<void> {
    isBusy = true;
    while (isStale) {
      isStale = false;
      await work();
    }
    isBusy = false;
  }
  return () => {
    isStale = true;
    if (!isBusy) void go();
  };
}
