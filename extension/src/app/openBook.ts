import type { BookEntry, Papers, Replica } from '@taffrail/replica';
import { booksAt } from './books.ts';
import type { KeptBook } from './kept.ts';

/** The book that is open here, in the worker or on a page. */
export interface OpenBook {
  readonly entry: BookEntry;
  readonly replica: Replica;
  readonly papers: Papers;
  close(): Promise<void>;
}

/** Only the worker talks to the network; pages leave in the book what it is to send, and read there what it brought. */
export async function openBook({ id, origin }: KeptBook, as: 'worker' | 'page'): Promise<OpenBook | undefined> {
  const { httpLine, openPapers, openReplica, positionRows, responseRows } = await import('@taffrail/replica');
  const entry = (await (await booksAt(origin)).list()).find((each) => each.id === id);
  if (entry === undefined) return undefined;
  const http = as === 'worker' ? await httpOf(entry, origin) : undefined;
  const replica = await openReplica({ bookId: id, projections: [positionRows, responseRows], ...(http && { server: httpLine(http) }) });
  const papers = openPapers(replica.ground, http);
  return {
    entry,
    replica,
    papers,
    async close() {
      await papers.close();
      await replica.close();
    },
  };
}

async function httpOf({ id, workspace_id: workspaceId }: BookEntry, origin: string | null) {
  if (origin === null || workspaceId === null) return undefined;
  const { openHttp } = await import('@taffrail/replica');
  const bearer = await (await booksAt(origin)).bearerFor(id);
  return openHttp({ origin, workspaceId, ...(bearer && { bearer }) });
}
