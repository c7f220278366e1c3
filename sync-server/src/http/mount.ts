import { invalidInput, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import { z } from 'zod';
import { addressOf } from './address.ts';
import type { Gate, Knock, Visitor } from './admission.ts';
import { hasBody, readBody, readFile, type BodyLimits } from './body.ts';
import { resumeFrom, streamQuerySchema } from './cursor.ts';
import { etagOf, readHeaders } from './headers.ts';
import { limits } from './limits.ts';
import { linesStream } from './lines.ts';
import { faultProblem, problem, type ErrorLog } from './problem.ts';
import { readQuery } from './query.ts';
import { httpRefusals } from './refusals.ts';
import { scopeOf } from './role.ts';
import { isRefused, isStream, methodOf, type Endpoint, type Reply, type Route, type Sent, type Stream } from './route.ts';
import type { Streams } from './stream.ts';
import { openUploads, type Uploads } from './uploads.ts';

/** A request that was answered, for the log and the metrics: by its route, because paths hold ids and grow without end. */
export interface Served {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** To the answer; for a stream, to its first byte. */
  readonly elapsedMs: number;
}

export interface Edge extends Gate {
  readonly streams: Streams;
  readonly log: ErrorLog;
  readonly served: (request: Served) => void;
  readonly bodyLimits?: BodyLimits;
}

/** What the Node server hands to a request; absent where the app is called without one. */
export interface Bindings {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string } };
  readonly outgoing?: { destroy(): void };
}

export type App = Hono<{ Bindings: Bindings }>;

export function mount(app: App, routes: readonly Route[], edge: Edge): void {
  const bodies: Bodies = { limits: edge.bodyLimits ?? limits, uploads: openUploads((edge.bodyLimits ?? limits).uploadsAtOnce) };
  app.use(async (context, next) => {
    const startedMs = performance.now();
    await next();
    const { method } = context.req;
    edge.served({ method, route: routePath(context, -1), status: context.res.status, elapsedMs: performance.now() - startedMs });
  });
  for (const route of routes) {
    if (isStream(route)) app.get(route.path, (context) => serveStream(route, edge, context));
    else app.on(route.method, route.path, (context) => serveEndpoint(route, edge, bodies, context));
  }
  for (const [path, methods] of methodsByPath(routes)) {
    const allow = methods.join(', ');
    app.all(path, (context) =>
      problem(httpRefusals.method_not_allowed({ method: context.req.method, path: context.req.path, allowed: allow }), { allow }),
    );
  }
  app.notFound((context) => problem(httpRefusals.no_such_path({ path: context.req.path })));
  app.onError((error, context) => faultProblem(error, edge.log, { method: context.req.method, path: routePath(context, -1) }));
}

function knockOf({ req, env }: Context<{ Bindings: Bindings }>, { isBehindProxy }: Edge): Knock {
  const connected = env?.incoming?.socket.remoteAddress;
  return {
    header: (name) => req.header(name),
    address: addressOf(connected, isBehindProxy ? req.header('x-forwarded-for') : undefined),
    workspaceNamed: req.header('taffrail-workspace'),
  };
}

interface Bodies {
  readonly limits: BodyLimits;
  readonly uploads: Uploads;
}

async function serveEndpoint(route: Endpoint, edge: Edge, bodies: Bodies, context: Context<{ Bindings: Bindings }>): Promise<Response> {
  const request = context.req.raw;
  const admitted: Visitor | Refusal = edge.admit(knockOf(context, edge), route.who);
  if (isRefusal(admitted)) return turnAway(admitted, request);
  const serve = async (): Promise<Response> => {
    const sent = await readSent(route, request, context.req.param(), bodies.limits);
    if (isRefusal(sent)) return refuse(sent);
    const answer = await route.door({ ...sent, ...admitted });
    return isRefused(answer) ? problem(answer) : reply(answer);
  };
  if (!route.file) return serve();
  const answer = await bodies.uploads.during(admitted.principal?.userId ?? admitted.address, serve);
  return isRefusal(answer) ? turnAway(answer, request) : answer;
}

async function readSent(
  route: Endpoint,
  request: Request,
  given: Record<string, string>,
  bodyLimits: BodyLimits,
): Promise<Sent<unknown, unknown, unknown> | Refusal> {
  const params = (route.params ?? nothing).safeParse(given);
  if (!params.success) return invalidInput(params.error);
  const query = readQuery(searchOf(request), route.query ?? nothing);
  if (isRefusal(query)) return query;
  const headers = readHeaders(request.headers, route.headers ?? {});
  if (isRefusal(headers)) return headers;
  const carried = await readCarried(route, request, bodyLimits);
  if (isRefusal(carried)) return carried;
  return { params: params.data, query: query.value, headers, ...carried };
}

const nothing = z.object({});
const noFile = new Uint8Array();

async function readCarried(
  route: Endpoint,
  request: Request,
  bodyLimits: BodyLimits,
): Promise<Pick<Sent<unknown, unknown, unknown>, 'body' | 'file'> | Refusal> {
  if (!route.file) {
    const body = await readTypedBody(route, request, bodyLimits);
    return isRefusal(body) ? body : { body: body.value, file: noFile };
  }
  if (!hasBody(request)) return httpRefusals.file_required();
  const file = await readFile(request, route.file, bodyLimits);
  if (isRefusal(file)) return file;
  return file.length > 0 ? { body: undefined, file } : httpRefusals.file_required();
}

async function readTypedBody(route: Endpoint, request: Request, bodyLimits: BodyLimits): Promise<{ readonly value: unknown } | Refusal> {
  if (!route.body) return hasBody(request) ? httpRefusals.body_not_taken() : { value: undefined };
  const body = await readBody(request, bodyLimits);
  if (isRefusal(body)) return body;
  const parsed = route.body.safeParse(body.value);
  if (parsed.success) return { value: parsed.data };
  return 'value' in body ? invalidInput(parsed.error) : httpRefusals.body_required();
}

/** What was sent by somebody who may not is not even read. */
const turnAway = (refusal: Refusal, request: Request): Response => problem(refusal, hasBody(request) ? { connection: 'close' } : {});

const leavesUnread: ReadonlySet<string> = new Set(['body_too_large', 'body_not_taken', 'unsupported_media_type', 'request_too_slow']);

/** A body that was refused unread still sits in the connection, where it would be taken for the next request. */
function refuse(refusal: Refusal): Response {
  return problem(refusal, leavesUnread.has(refusal.code) ? { connection: 'close' } : {});
}

function reply({ status, body, file, lines, version, headers }: Reply): Response {
  const common = { ...(version !== undefined && { etag: etagOf(version) }), ...headers };
  if (file) return new Response(Uint8Array.from(file.bytes), { status, headers: { 'content-type': file.mediaType, ...common } });
  if (lines) return new Response(linesStream(lines), { status, headers: { 'content-type': 'application/jsonl', ...common } });
  if (body === undefined) return new Response(null, { status, headers: common });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...common } });
}

function serveStream(route: Stream, edge: Edge, context: Context<{ Bindings: Bindings }>): Response {
  const request = context.req.raw;
  const search = searchOf(request);
  const knock = knockOf(context, edge);
  const inside = edge.admit({ ...knock, workspaceNamed: knock.workspaceNamed ?? search.get('workspace') ?? undefined }, route.who);
  if (isRefusal(inside)) return turnAway(inside, request);
  const { workspace } = inside;
  const query = readQuery(search, streamQuerySchema);
  if (isRefusal(query)) return problem(query);
  const resume = resumeFrom(request.headers.get('last-event-id'), query.value, workspace.logId);
  if (isRefusal(resume)) return problem(resume);
  // Nobody would ever read a stream opened for HEAD, nor end it.
  if (request.method === 'HEAD') return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
  return edge.streams.follow({
    workspace,
    cursor: resume.cursor,
    follows: route.follows,
    eventNames: route.eventNames ?? {},
    scope: scopeOf(inside),
    hangUp: () => context.env.outgoing?.destroy(),
    onRevoked: (ended) => edge.onRevoked(inside, ended),
  });
}

const searchOf = (request: Request): URLSearchParams => new URL(request.url).searchParams;

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const byPath = new Map<string, string[]>();
  for (const route of routes) {
    const methods = byPath.get(route.path) ?? [];
    byPath.set(route.path, [...methods, ...(methodOf(route) === 'GET' ? ['GET', 'HEAD'] : [methodOf(route)])]);
  }
  return byPath;
}
