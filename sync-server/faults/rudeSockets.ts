import { connect, type Socket } from 'node:net';
import type { ServerProcess } from './serverProcess.ts';

/** Connections of clients that take up room and give nothing back. Closing them is up to who opened them. */
export interface RudeSockets {
  readonly opened: number;
  /** How many are gone without having been closed here. */
  endedByServer(): number;
  close(): void;
}

/** What one such client does once it is connected. */
type Habit = (socket: Socket, cookie: string) => void;

/** No more at a time than a listening socket keeps waiting. */
const AT_ONCE = 200;
const DRIP_EVERY_MS = 250;

export const habits = {
  /** Connects and says nothing. */
  idle: () => {},
  /** Never comes to the end of its headers. */
  slowHeaders(socket) {
    socket.write('GET /api/events HTTP/1.1\r\nhost: 127.0.0.1\r\nx-long: ');
    drip(socket, 'x');
  },
  /** Promises a body and sends a byte now and then. */
  slowBody(socket, cookie) {
    const headers = `host: 127.0.0.1\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 100000`;
    socket.write(`POST /api/commands HTTP/1.1\r\n${headers}\r\n\r\n`);
    drip(socket, ' ');
  },
  /** Asks for the whole log as a stream and never reads it. */
  slowReader(socket, cookie) {
    socket.pause();
    socket.write(`GET /sse/events?last_seq=0 HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\naccept: text/event-stream\r\n\r\n`);
  },
} satisfies Record<string, Habit>;

export async function openRudeSockets(
  { port, cookie }: Pick<ServerProcess, 'port' | 'cookie'>,
  count: number,
  habit: Habit,
): Promise<RudeSockets> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, () => connected(port));
    for (const socket of await Promise.all(batch)) {
      sockets.push(socket);
      habit(socket, cookie);
    }
  }
  return {
    opened: sockets.length,
    endedByServer: () => sockets.filter((socket) => socket.destroyed).length,
    close: () => sockets.forEach((socket) => socket.destroy()),
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      // From here on a reset is what such a client has coming.
      socket.off('error', reject).on('error', () => {});
      resolve(socket);
    }).once('error', reject);
  });
}

function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), DRIP_EVERY_MS);
  socket.once('close', () => clearInterval(timer));
}
