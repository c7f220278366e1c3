import { Hono } from 'hono';
import { workspaceBench } from '../../workspace/testing/bench.ts';
import type { ServerContext, Workspace } from '../../workspace/index.ts';
import type { BodyLimits } from '../body.ts';
import { limits } from '../limits.ts';
import type { StreamTimes } from '../factStream.ts';
import { insideOf, trustingEdge } from './trustingEdge.ts';
import { mount, openStreams, type App, type Route, type Served, type Streams } from '../index.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads answers as it expects them to be
  readonly body: any;
}

export interface HttpBench {
  readonly app: App;
  readonly workspace: Workspace;
  /** What the workspace stands on: its clock, its alarm, its tables, and its verification. */
  readonly book: ReturnType<typeof workspaceBench>;
  readonly streams: Streams;
  /** What was logged as an error so far. */
  readonly errors: readonly object[];
  readonly served: readonly Served[];
  call(method: string, path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<Answered>;
}

export interface BenchOptions {
  readonly contexts?: readonly ServerContext[];
  readonly times?: StreamTimes;
  readonly bodyLimits?: Partial<BodyLimits>;
}

/** Routes on a workspace of their own, called without a socket. */
export function httpBench(routes: readonly Route[], { contexts, times, bodyLimits }: BenchOptions = {}): HttpBench {
  const book = workspaceBench(contexts && { contexts });
  const workspace = book.open();
  const errors: object[] = [];
  const served: Served[] = [];
  const log = { error: (about: object) => void errors.push(about) };
  const streams = openStreams(log, times);
  const app: App = new Hono();
  mount(app, routes, {
    ...trustingEdge(() => insideOf(workspace, 'trader')),
    streams,
    log,
    served: (request) => void served.push(request),
    ...(bodyLimits && { bodyLimits: { ...limits, ...bodyLimits } }),
  });
  return { app, workspace, book, streams, errors, served, call: (...request) => call(app, ...request) };
}

async function call(
  app: App,
  method: string,
  path: string,
  body?: unknown,
  headers: { readonly [name: string]: string } = {},
): Promise<Answered> {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  // A request built in memory has no length of its own; one from a socket always has.
  const described = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  const response = await app.request(path, { method, headers: { ...described, ...headers }, ...(text !== undefined && { body: text }) });
  const answer = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: answer.startsWith('{') || answer.startsWith('[') ? JSON.parse(answer) : answer,
  };
}
