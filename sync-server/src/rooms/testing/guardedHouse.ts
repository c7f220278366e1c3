import { isRefusal } from '@taffrail/domain/kernel';
import { readStored, stateVectorMessage, updateMessage } from '@taffrail/sync';
import { WebSocket } from 'ws';
import { coreRoutes, serve } from '../../http/index.ts';
import { identityBench, type Visitor } from '../../identity/testing/identityBench.ts';
import { documentRoutes, openRooms, openSockets, openTickets } from '../index.ts';
import { PAGE, until } from './house.ts';

const DENIED = 2;

export interface Shown {
  /** As the one subprotocol. */
  readonly ticket?: string | undefined;
  readonly headers?: { readonly [name: string]: string };
  /** The document, and whatever else the address is to say. */
  readonly name?: string;
}

/** The real server on a free port, with the real gate before it and a book for each workspace. */
export async function openGuardedHouse() {
  const failures: unknown[] = [];
  const failed = (_: string, error: unknown): void => void failures.push(error);
  const rooms = openRooms(failed);
  const tickets = openTickets({ admitAgain: (before) => bench.identity.admitAgain(before) }, () => bench.now());
  const bench = identityBench({ routes: [...coreRoutes, ...documentRoutes({ rooms, tickets })] });
  const { admit, admitAgain, onRevoked } = bench.identity;
  const sockets = openSockets({ rooms, tickets, gate: { admit, admitAgain, onRevoked, isBehindProxy: false }, failed });
  const served = await serve(bench.app, { host: '127.0.0.1', port: 0, streams: bench.streams, sockets });
  if (isRefusal(served)) throw new Error(served.sentence);
  const { port, close } = served;

  /** 'in' once it is told anything but why it is not. */
  async function knock({ ticket, headers = {}, name = PAGE }: Shown) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${name}`, ticket === undefined ? [] : [ticket], { headers });
    const heard: Uint8Array[] = [];
    socket.on('message', (data: Buffer) => heard.push(new Uint8Array(data)));
    socket.on('error', () => {});
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    const turnedAway = new Promise<number>((resolve) => socket.once('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode)));
    socket.once('open', () => socket.send(stateVectorMessage(Uint8Array.of(0))));
    const greeted = new Promise<'in' | number>((resolve) =>
      socket.once('message', ([type]: Buffer) => resolve(type === DENIED ? closed : 'in')),
    );
    return { answer: await Promise.race([greeted, closed, turnedAway]), socket, heard, closed };
  }

  return {
    ...bench,
    port,
    rooms,
    failures,
    async ticketFor(asker: Visitor, headers: { readonly [name: string]: string } = {}): Promise<string | undefined> {
      return (await asker.call('POST', '/api/documents/tickets', undefined, headers)).body.ticket;
    },
    knock,
    /** What becomes of an update on a socket of its own. */
    async bring(shown: Shown, update: Uint8Array): Promise<'stored' | number> {
      const { socket, heard, closed } = await knock(shown);
      socket.send(updateMessage(update));
      await until(() => socket.readyState !== socket.OPEN || heard.some((bytes) => readStored(bytes) === 1));
      if (socket.readyState !== socket.OPEN) return closed;
      socket.close();
      await closed;
      return 'stored';
    },
    async close() {
      await close();
      bench.close();
    },
  };
}

export type GuardedHouse = Awaited<ReturnType<typeof openGuardedHouse>>;

/** The sentence a socket was closed with. */
export function sentenceIn(heard: readonly Uint8Array[]): string | undefined {
  const denied = heard.find(([type]) => type === DENIED);
  // Its length comes first, in one byte where that is enough.
  return denied && Buffer.from(denied.subarray((denied[2] ?? 0) < 128 ? 3 : 4)).toString();
}
