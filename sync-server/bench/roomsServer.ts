import { Server } from '@hocuspocus/server';
import { join } from 'node:path';
import { Hono } from 'hono';
import { isRefusal } from '@taffrail/domain/kernel';
import { openStreams, serve } from '../src/http/index.ts';
import { insideOf, trustingEdge } from '../src/http/testing/trustingEdge.ts';
import { openRooms, openSockets, openTickets } from '../src/rooms/index.ts';
import { openBook } from '../faults/book.ts';

/** One of the two servers of the rooms bench, in a process of its own; it says its port and lives until it is killed. */
const [which, dataPath = ''] = process.argv.slice(2);
process.send?.(which === 'taffrail' ? await taffrail() : await hocuspocus());

async function taffrail(): Promise<number> {
  const { workspace } = openBook(join(dataPath, 'rooms'));
  const failed = (what: string, error: unknown): never => {
    throw new Error(what, { cause: error });
  };
  let users = 0;
  // Each socket is another user's: one user has ten at most.
  const gate = trustingEdge(() => insideOf(workspace, `user ${++users}`));
  const tickets = openTickets(gate, () => workspace.now());
  const sockets = openSockets({ rooms: openRooms(failed), tickets, gate, failed });
  const served = await serve(new Hono(), { host: '127.0.0.1', port: 0, streams: openStreams({ error: () => {} }), sockets });
  if (isRefusal(served)) throw new Error(served.sentence);
  return served.port;
}

async function hocuspocus(): Promise<number> {
  const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false });
  await server.listen();
  return server.address.port;
}
