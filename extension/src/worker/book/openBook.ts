import {
  httpLine,
  openHttp,
  openPapers,
  openReplica,
  positionRows,
  responseRows,
  type BookEntry,
  type Papers,
  type Replica,
} from '@taffrail/replica';
import type { KeptBook } from '../../app/index.ts';
import { booksAt } from './books.ts';
import { plannedRows } from './plannedRow.ts';

/** A book with its line to the server, where it has one. */
export interface OpenBook {
  readonly entry: BookEntry;
  readonly replica: Replica;
  readonly papers: Papers;
  close(): Promise<void>;
}

/** Undefined where this browser does not have it any more. */
export async function openBook({ id, origin }: KeptBook): Promise<OpenBook | undefined> {
  const entry = (await booksAt(origin).list()).find((each) => each.id === id);
  if (entry === undefined) return undefined;
  const http = await httpOf(entry, origin);
  const replica = await openReplica({
    bookId: id,
    projections: [positionRows, responseRows, plannedRows],
    ...(http && { server: httpLine(http) }),
  });
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
  const bearer = await booksAt(origin).bearerFor(id);
  return openHttp({ origin, workspaceId, ...(bearer && { bearer }) });
}
