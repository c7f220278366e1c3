import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { refusalsFrom, type Refusal } from '@taffrail/domain/kernel';
import { answerClientError, answerOnSocket } from './clientError.ts';
import { isLoopbackAddress, judgeRequest, judgeUpgrade } from './guard.ts';
import { limits } from './limits.ts';
import type { App } from './mount.ts';
import { problemParts } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { Streams } from './stream.ts';

/** Said at boot, to whoever starts the server; no request can get them. */
const bootRefusals = refusalsFrom({
  not_loopback: (d: { host: string }) =>
    `${d.host} can be reached from other machines, and this server speaks plain HTTP; listen on 127.0.0.1 or ::1, or put TLS in front and set its origin.`,
  port_taken: (d: { port: number }) => `Port ${d.port} is in use; stop what listens there, or choose another with PORT.`,
});

export interface ServeOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The public one, which a proxy that ends TLS answers to. Without it the server stays on this machine. */
  readonly origin?: string | undefined;
  readonly streams: Streams;
  /** Without it every upgrade is refused. */
  readonly sockets?: Sockets;
  readonly timeouts?: Timeouts;
}

/** Connections that leave HTTP behind. Once accepted they are their owner's, who ends them when the server closes. */
export interface Sockets {
  takes(url: string): boolean;
  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  close(): void;
}

export interface Timeouts {
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  readonly timeoutCheckMs: number;
  readonly closeGraceMs: number;
}

export interface Served {
  readonly port: number;
  /** Takes no more connections, ends the streams, and lets requests under way finish. */
  close(): Promise<void>;
}

export async function serve(
  app: App,
  { host, port, origin, streams, sockets, timeouts = limits }: ServeOptions,
): Promise<Served | Refusal> {
  if (origin === undefined && !isLoopbackAddress(host)) return bootRefusals.not_loopback({ host });
  const server = createServer({
    headersTimeout: timeouts.headersTimeoutMs,
    requestTimeout: timeouts.requestTimeoutMs,
    keepAliveTimeout: timeouts.keepAliveTimeoutMs,
    connectionsCheckingInterval: timeouts.timeoutCheckMs,
    maxHeaderSize: limits.headerBytes,
    // Missing or not, the guard judges the host, and answers with a sentence.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  answerRequests(server, app, origin);
  answerUpgrades(server, sockets, origin);
  if (!(await listen(server, host, port))) return bootRefusals.port_taken({ port });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      sockets?.close();
      return close(server, streams, timeouts.closeGraceMs);
    },
  };
}

function answerRequests(server: Server, app: App, origin: string | undefined): void {
  const listener = getRequestListener(app.fetch);
  const answers = new Map<Socket, ServerResponse>();
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { socket } = incoming;
    answers.set(socket, outgoing);
    outgoing.once('close', () => {
      answers.delete(socket);
      if (!server.listening) server.closeIdleConnections();
    });
    for (const [name, value] of Object.entries(securityHeaders)) outgoing.setHeader(name, value);
    const refusal = judgeRequest(incoming, origin);
    if (refusal) refuse(outgoing, refusal);
    else void listener(incoming, outgoing);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    answerClientError(error, socket, answers.get(socket)?.headersSent === true),
  );
}

function answerUpgrades(server: Server, sockets: Sockets | undefined, origin: string | undefined): void {
  server.on('upgrade', (incoming: IncomingMessage, stream: Socket, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const refusal = judgeUpgrade(incoming, origin);
    if (refusal) answerOnSocket(stream, refusal);
    else if (sockets?.takes(incoming.url ?? '')) sockets.accept(incoming, stream, head);
    else answerOnSocket(stream, httpRefusals.no_such_path({ path: incoming.url ?? '' }));
  });
}

/** The connection ends with the answer: its body has not been read and would be taken for the next request. */
function refuse(outgoing: ServerResponse, refusal: Refusal): void {
  const { status, headers, body } = problemParts(refusal);
  outgoing.writeHead(status, { ...headers, connection: 'close' }).end(body);
}

function listen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, host, () => resolve(true));
  });
}

async function close(server: Server, streams: Streams, graceMs: number): Promise<void> {
  const { promise: closed, resolve: allClosed } = Promise.withResolvers<void>();
  server.close(() => allClosed());
  streams.close();
  const graceOver = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(graceOver);
}
