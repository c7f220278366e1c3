import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { syncRefusals } from '@taffrail/sync';
import { WebSocketServer, type WebSocket } from 'ws';
import { knockOfUpgrade, shortOf, type Gate, type Inside, type Sockets } from '../http/index.ts';
import { openSharedAllowances, type Allowance } from './allowance.ts';
import { closeForNow, closeForRestart, closeRefused, closeRevoked } from './closing.ts';
import { limits } from './limits.ts';
import type { Rooms } from './rooms.ts';
import { seat } from './seat.ts';
import type { Tickets } from './tickets.ts';

export interface SocketParts {
  readonly rooms: Rooms;
  readonly tickets: Tickets;
  /** The same one that every route has. */
  readonly gate: Gate;
  readonly failed: (what: string, error: unknown) => void;
}

const PATH = '/sync/';

/** Documents over WebSocket, at `/sync/<kind>/<key>`. */
export function openSockets({ rooms, tickets, gate, failed }: SocketParts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    // One message of a socket in each round of the event loop, so that whoever sends many at once lets everybody else in between.
    allowSynchronousEvents: false,
    maxPayload: limits.frameBytes,
    maxFragments: limits.fragmentsPerMessage,
  });
  const silent = new WeakSet<WebSocket>();
  const countByUser = new Map<string, number>();
  const bytes = openSharedAllowances({ most: limits.bytesAtOnce, perSecond: limits.bytesPerSecond, elapsedMs: () => performance.now() });
  const heartbeat = setInterval(beat, limits.heartbeatMs);
  heartbeat.unref();

  function accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // The handshake and what a room says first leave in one piece.
    stream.cork();
    server.handleUpgrade(request, stream, head, (socket) => {
      // A protocol error ends the socket by itself, with its code.
      socket.on('error', () => {});
      socket.on('pong', () => silent.delete(socket));
      try {
        open(socket, stream, request);
      } catch (error) {
        failed('a document could not be opened', error);
        closeForNow(socket);
      }
    });
    stream.uncork();
  }

  function open(socket: WebSocket, stream: Duplex, request: IncomingMessage): void {
    const inside = letIn(socket, request);
    if (isRefusal(inside)) closeRefused(socket, inside);
    else if ((countByUser.get(inside.principal.userId) ?? 0) >= limits.socketsPerUser) {
      closeRefused(socket, syncRefusals.too_many_sockets({ limit: limits.socketsPerUser }));
    } else enter(socket, stream, inside, nameIn(request.url ?? ''));
  }

  /** By a token, as scripts do, or by a ticket, which is all a browser can show: the one subprotocol it offers, and is answered with. */
  function letIn({ protocol }: WebSocket, request: IncomingMessage): Inside | Refusal {
    if (request.headers.authorization === undefined) return tickets.spend(protocol, request.headers.origin);
    return gate.admit(knockOfUpgrade(request, gate.isBehindProxy), 'viewer');
  }

  function enter(socket: WebSocket, stream: Duplex, inside: Inside, name: string): void {
    const { workspace } = inside;
    const { userId } = inside.principal;
    const room = rooms.enter(workspace, name);
    if (room === undefined) closeForNow(socket);
    else if (isRefusal(room)) closeRefused(socket, room);
    else {
      const stopListening = gate.onRevoked(inside, () => closeRevoked(socket));
      countByUser.set(userId, (countByUser.get(userId) ?? 0) + 1);
      socket.once('close', () => {
        stopListening();
        leave(userId);
      });
      ration(socket, stream, bytes.of(inside.actor));
      seat({ socket, room, mayNotWrite: shortOf(inside, 'member'), failed });
    }
  }

  function leave(userId: string): void {
    const left = (countByUser.get(userId) ?? 1) - 1;
    if (left > 0) countByUser.set(userId, left);
    else countByUser.delete(userId);
  }

  function beat(): void {
    bytes.forgetWhole();
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }

  return {
    takes: (url) => url.startsWith(PATH),
    accept,
    close() {
      clearInterval(heartbeat);
      for (const socket of server.clients) closeForRestart(socket);
      setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, limits.closeGraceMs).unref();
    },
  };
}

/** As they arrive: a message of somebody who has none left would be put together only to be refused, and fill the memory meanwhile. */
function ration(socket: WebSocket, stream: Duplex, left: Allowance): void {
  stream.prependListener('data', ({ length }: Buffer) => {
    if (socket.readyState !== socket.OPEN || left.spend(length)) return;
    closeRefused(socket, syncRefusals.too_many_bytes({ per_second: limits.bytesPerSecond }));
    // The rest runs past nobody, up to the other side's end.
    stream.removeAllListeners('data');
    stream.end();
  });
}

/** All that follows: a parameter is part of no name, and not passed over as if it had been heeded. */
const nameIn = (url: string): string => url.slice(PATH.length);
