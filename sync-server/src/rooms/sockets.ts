import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isRefusal } from '@taffrail/domain/kernel';
import { syncRefusals } from '@taffrail/sync';
import { WebSocketServer, type WebSocket } from 'ws';
import { knockOfUpgrade, type Edge, type Inside, type Sockets } from '../http/index.ts';
import { openSharedAllowances } from './allowance.ts';
import { closeForNow, closeForRestart, closeRefused, closeRevoked } from './closing.ts';
import { limits } from './limits.ts';
import type { Rooms } from './rooms.ts';
import { seat } from './seat.ts';

export interface SocketParts {
  readonly rooms: Rooms;
  /** The same one that every route has. */
  readonly gate: Pick<Edge, 'admit' | 'onRevoked' | 'isBehindProxy'>;
  readonly failed: (what: string, error: unknown) => void;
}

const PATH = '/sync/';

/** Documents over WebSocket, at `/sync/<kind>/<key>`. */
export function openSockets({ rooms, gate, failed }: SocketParts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    maxFragments: limits.fragmentsPerMessage,
  });
  const silent = new WeakSet<WebSocket>();
  const countByActor = new Map<string, number>();
  const bytes = openSharedAllowances({ most: limits.bytesAtOnce, perSecond: limits.bytesPerSecond, elapsedMs: () => performance.now() });
  const heartbeat = setInterval(beat, limits.heartbeatMs);
  heartbeat.unref();

  function accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    server.handleUpgrade(request, stream, head, (socket) => {
      // A protocol error ends the socket by itself, with its code.
      socket.on('error', () => {});
      socket.on('pong', () => silent.delete(socket));
      try {
        open(socket, request);
      } catch (error) {
        failed('a document could not be opened', error);
        closeForNow(socket);
      }
    });
  }

  function open(socket: WebSocket, request: IncomingMessage): void {
    const inside = gate.admit(knockOfUpgrade(request, gate.isBehindProxy), 'member');
    if (isRefusal(inside)) closeRefused(socket, inside);
    else if ((countByActor.get(inside.actor) ?? 0) >= limits.socketsPerUser) {
      closeRefused(socket, syncRefusals.too_many_sockets({ limit: limits.socketsPerUser }));
    } else enter(socket, inside, nameIn(request.url ?? ''));
  }

  function enter(socket: WebSocket, inside: Inside, name: string): void {
    const { workspace, actor } = inside;
    const room = rooms.enter(workspace, name);
    if (room === undefined) closeForNow(socket);
    else if (isRefusal(room)) closeRefused(socket, room);
    else {
      const stopListening = gate.onRevoked(inside, () => closeRevoked(socket));
      countByActor.set(actor, (countByActor.get(actor) ?? 0) + 1);
      socket.once('close', () => {
        stopListening();
        leave(actor);
      });
      seat(socket, { room, bytes: bytes.of(actor), failed });
    }
  }

  function leave(actor: string): void {
    const left = (countByActor.get(actor) ?? 1) - 1;
    if (left > 0) countByActor.set(actor, left);
    else countByActor.delete(actor);
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

const nameIn = (url: string): string => (url.split('?')[0] ?? '').slice(PATH.length);
