import { isRefusal } from '@taffrail/domain/kernel';
import { buildApp } from '../src/app.ts';
import { openStreams, serve } from '../src/http/index.ts';
import { insideOf, trustingEdge } from '../src/http/testing/trustingEdge.ts';
import { openRooms, openTickets } from '../src/rooms/index.ts';
import { openBook } from './book.ts';

export interface LimitedServer {
  readonly port: number;
  fill(): void;
  free(): void;
  close(): Promise<void>;
}

/** SQLite's own ceiling for the size of a file, which no book reaches. */
const NO_LIMIT = 4_294_967_294;

/** The server's doors over a book that SQLite can be told not to let grow. */
export async function serveWithPageLimit(dataPath: string): Promise<LimitedServer> {
  const { workspace, sqlite, close } = openBook(dataPath);
  const log = { error: () => {}, warn: () => {} };
  const streams = openStreams(log);
  const edge = { ...trustingEdge(() => insideOf(workspace, 'local')), streams, log, served: () => {} };
  const app = buildApp(edge, { rooms: openRooms(() => {}), tickets: openTickets(edge, () => workspace.now()) });
  const served = await serve(app, { host: '127.0.0.1', port: 0, streams });
  if (isRefusal(served)) throw new Error(served.sentence);
  // A limit below the present size means the present size.
  const limitTo = (pages: number): void => sqlite.sql.exec(`PRAGMA max_page_count = ${pages}`);
  return {
    port: served.port,
    fill: () => limitTo(1),
    free: () => limitTo(NO_LIMIT),
    async close() {
      await served.close();
      close();
    },
  };
}
