import { once } from 'node:events';
import { Hono } from 'hono';
import { isRefusal } from '@taffrail/domain/kernel';
import { kindOf, openDocument, type DocumentKind, type OpenDocument } from '@taffrail/sync';
import { WebSocket } from 'ws';
import { mount, openStreams, serve, type App } from '../../http/index.ts';
import { insideOf, trustingEdge } from '../../http/testing/trustingEdge.ts';
import { workspaceBench } from '../../workspace/testing/bench.ts';
import type { Sql, Workspace } from '../../workspace/index.ts';
import { documentRoutes, openRooms, openSockets, openTickets } from '../index.ts';
import { openDevice, type Device } from './device.ts';
import { asScript } from './rawSocket.ts';

export const PAGE = 'day/2025-02-05';
export const pageKind = kindOf(PAGE) as DocumentKind;

/** The real server on a free port, over a book in memory, with every device taken for another user. */
export async function openHouse({ sql, oneUser = false }: { sql?: (sql: Sql) => Sql; oneUser?: boolean } = {}) {
  const book = workspaceBench(sql && { sql });
  let workspace: Workspace = book.open();
  const failures: unknown[] = [];
  const failed = (_: string, error: unknown): void => void failures.push(error);
  const rooms = openRooms(failed);
  let users = 0;
  const gate = trustingEdge(() => insideOf(workspace, oneUser ? 'trader' : `trader ${++users}`));
  const tickets = openTickets(gate, () => workspace.now());
  const sockets = openSockets({ rooms, tickets, gate, failed });
  const log = { error: (about: object) => failed('', about) };
  const streams = openStreams(log);
  const app: App = new Hono();
  mount(app, documentRoutes({ rooms, tickets }), { ...gate, streams, log, served: () => {} });
  const served = await serve(app, { host: '127.0.0.1', port: 0, streams, sockets });
  if (isRefusal(served)) throw new Error(served.sentence);
  const { port } = served;
  const url = `ws://127.0.0.1:${port}/sync`;
  const askForTicket = async (): Promise<string> => (await post('/api/documents/tickets')).body.ticket;
  const devices = new Set<Device>();

  async function post(path: string, body?: unknown) {
    const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', ...sent });
    // oxlint-disable-next-line typescript/no-explicit-any -- a test reads answers as it expects them to be
    return { status: answer.status, body: (await answer.json()) as any };
  }

  return {
    port,
    book,
    rooms,
    failures,
    get workspace() {
      return workspace;
    },
    /** As after a restart of the server on the same book. */
    reopen() {
      workspace.close();
      workspace = book.open();
    },
    device(name = PAGE, document: OpenDocument = openDocument(pageKind)): Device {
      const device = openDevice({ url, name, document, askForTicket, maxBackoffMs: 200 });
      devices.add(device);
      return device;
    },
    /** A socket that says whatever a test wants it to, let in as a script. */
    async dial(name = PAGE, headers: { readonly [name: string]: string } = {}) {
      const socket = new WebSocket(`${url}/${name}`, { headers: { ...asScript, ...headers }, perMessageDeflate: false });
      const heard: Uint8Array[] = [];
      socket.on('message', (data: Buffer) => heard.push(new Uint8Array(data)));
      const ended = new Promise<{ code: number; reason: string }>((resolve) => {
        socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
      });
      const closed = ended.then(({ code }) => code);
      socket.on('error', () => {});
      await Promise.race([once(socket, 'open'), closed]);
      return { socket, heard, closed, ended };
    },
    post,
    async close() {
      for (const device of devices) device.leave();
      await served.close();
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** Waits for what the network brings in its own time; a test that waits in vain is ended by its runner. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => void setTimeout(resolve, 2));
}
