import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { isRefusal } from '@taffrail/domain/kernel';
import { serve, type Route } from '../index.ts';
import { limits } from '../limits.ts';
import { httpBench, type BenchOptions, type HttpBench } from './caller.ts';
import type { Timeouts } from '../server.ts';

export interface Wire extends HttpBench {
  readonly port: number;
  readonly origin: string;
  /** Opens a bare socket, so that a test decides on every byte. */
  dial(): Promise<Line>;
  close(): Promise<void>;
}

/** One connection: what was said to it so far, and until it ends. */
export interface Line {
  readonly socket: Socket;
  readonly heard: string;
  say(text: string): void;
  until(expected: string | RegExp): Promise<string>;
  ended(): Promise<string>;
}

/** Routes behind the real server on a free port of the loopback. */
export async function startWire(
  routes: readonly Route[],
  { timeouts, ...options }: BenchOptions & { timeouts?: Partial<Timeouts> } = {},
): Promise<Wire> {
  const bench = httpBench(routes, options);
  const served = await serve(bench.app, { host: '127.0.0.1', port: 0, streams: bench.streams, timeouts: { ...limits, ...timeouts } });
  if (isRefusal(served)) throw new Error(served.sentence);
  const { port, close } = served;
  return { ...bench, port, origin: `http://127.0.0.1:${port}`, dial: () => dial(port), close };
}

async function dial(port: number): Promise<Line> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  let over = false;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    notify();
  });
  // A server that hangs up on a client still talking shows as an error there; the tests look at what was said before.
  socket.on('error', () => {});
  socket.on('close', () => {
    over = true;
    notify();
  });
  await once(socket, 'connect');

  function when(holds: () => boolean, hopeless: () => boolean): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = (): void => {
      if (holds()) resolve(heard);
      else if (hopeless()) reject(new Error(`the connection ended after: ${heard.slice(-500)}`));
      else return;
      listeners.delete(look);
    };
    listeners.add(look);
    look();
    return promise;
  }

  return {
    socket,
    get heard() {
      return heard;
    },
    say: (text) => void socket.write(text),
    until: (expected) =>
      when(
        () => (typeof expected === 'string' ? heard.includes(expected) : expected.test(heard)),
        () => over,
      ),
    ended: () =>
      when(
        () => over,
        () => false,
      ),
  };
}

/** A request as it goes over the wire, with the host every server asks for. */
export function request(line: string, headers: { readonly [name: string]: string } = {}, body = ''): string {
  const all = { Host: 'localhost', ...headers };
  return `${line} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
}
