import { once } from 'node:events';
import { connect } from 'node:net';

/** A bare connection, on which a test decides on every byte. */
export async function dialRaw(port: number) {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => void (heard += text));
  // A server that hangs up on a client still talking shows as an error there.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  return {
    write: (data: string | Uint8Array) => void socket.write(data),
    pause: () => void socket.pause(),
    reset: () => void socket.resetAndDestroy(),
    closed,
    ended: closed.then(() => heard),
    async until(expected: string): Promise<void> {
      while (!heard.includes(expected)) await once(socket, 'data');
    },
  };
}

/** What opens a socket in a house that lets everybody in. */
export const asScript = { authorization: 'Bearer anybody' };

export function handshake(path: string, headers: { readonly [name: string]: string } = {}): string {
  const all = {
    Host: '127.0.0.1',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    ...asScript,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A masked frame with any first byte; the mask is zero, so that the payload stands as it is. */
export const frame = (first: number, payload: readonly number[]): Buffer =>
  Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0, ...payload]);
