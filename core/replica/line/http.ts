import type { Refusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import type { Bearer } from './bearer.ts';
import type { Greeting, Reply } from './serverLine.ts';

const ANSWER_TIMEOUT_MS = 30_000;

const problemSchema = z.object({
  code: z.string(),
  detail: z.string(),
  details: z.record(z.string(), z.json()).default({}),
});

export interface HttpOptions {
  /** Empty for the server that this page came from. */
  readonly origin: string;
  readonly workspaceId: string;
  /** Left out where the browser's own session is who this is. */
  readonly bearer?: Bearer;
}

export interface Http {
  /** Where a socket is opened. */
  socketUrl(path: string): string;
  /** A question, or with a body something to be done. */
  ask<T>(path: string, schema: z.ZodType<T>, signal: AbortSignal, body?: object): Promise<Reply<T>>;
  /** A file, or with none a request that says all it has to say by its path. */
  send<T>(method: 'PUT' | 'POST', path: string, schema: z.ZodType<T>, signal: AbortSignal, file?: Blob): Promise<Reply<T>>;
  /** An answer that is read as it comes. */
  open<T>(
    path: string,
    signal: AbortSignal,
    read: (response: Response, said: Pick<Greeting, 'server_ms'>) => Promise<Reply<T>>,
  ): Promise<Reply<T>>;
}

/** One workspace of a server, as a browser in which somebody signed in or as a paired device. Whatever goes wrong is a reply. */
export function openHttp({ origin, workspaceId, bearer }: HttpOptions): Http {
  async function get(path: string, { signal, headers, ...rest }: Asked): Promise<Response> {
    const as = (token: string | undefined): Promise<Response> =>
      fetch(`${origin}${path}`, {
        ...rest,
        signal,
        // A paired device is itself, and not whoever is signed in to the browser it is in.
        credentials: bearer === undefined ? 'same-origin' : 'omit',
        headers: { 'taffrail-workspace': workspaceId, ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      });
    const token = await bearer?.token(signal);
    const response = await as(token);
    if (response.status !== 401 || bearer === undefined || token === undefined) return response;
    const another = await bearer.token(signal, token);
    return another === token ? response : as(another);
  }

  async function trouble(response: Response): Promise<Reply<never>> {
    const refusal = await refusalOf(response);
    return { ...troubleOf(response, refusal, bearer !== undefined), ...timeOf(response) };
  }

  return {
    ask: (path, schema, signal, body) =>
      reached(async () => {
        const response = await get(path, {
          signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
          ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        });
        return response.ok ? { kind: 'answered', value: schema.parse(await response.json()), ...timeOf(response) } : trouble(response);
      }),
    send: (method, path, schema, signal, file) =>
      reached(async () => {
        const response = await get(path, { method, signal, ...(file && { body: file }) });
        return response.ok ? { kind: 'answered', value: schema.parse(await response.json()), ...timeOf(response) } : trouble(response);
      }),
    socketUrl: (path) => new URL(path, origin || globalThis.location.href).href.replace(/^http/, 'ws'),
    open: (path, signal, read) =>
      reached(async () => {
        const response = await get(path, { signal });
        return response.ok ? read(response, timeOf(response)) : trouble(response);
      }),
  };
}

interface Asked extends Omit<RequestInit, 'signal' | 'headers'> {
  readonly signal: AbortSignal;
  readonly headers?: Record<string, string>;
}

/** The query of an address; what is undefined is left out. */
export function query(parameters: { readonly [name: string]: string | number | undefined }): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** What fetch throws is a network that did not carry it, or an answer that was none: both pass. */
async function reached<T>(request: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof z.ZodError)
      return { kind: 'later', sentence: 'The server speaks another version. Reload Taffrail to get the newer one.' };
    return { kind: 'later', sentence: 'The server could not be reached.' };
  }
}

function timeOf({ headers }: Response): Pick<Greeting, 'server_ms'> {
  const serverMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(serverMs) ? {} : { server_ms: serverMs };
}

const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** Not said by a Taffrail, or by one that is not there for this device: a hotel's sign-in page, a proxy set up wrongly. Nothing was judged. */
const UNJUDGED: ReadonlySet<string> = new Set(['unexpected_answer', 'no_such_path', 'method_not_allowed', 'not_by_origin', 'wrong_host']);

/** Said of what was asked, not of who asked: whoever may only read is still let in to read. */
const OF_ONE_DOING: ReadonlySet<string> = new Set(['re_authentication_needed', 'role_needed', 'scope_needed']);

/** Which of the few things a device can do about it this answer asks for. */
function troubleOf(response: Response, refusal: Refusal, isPaired: boolean): Reply<never> {
  const { status } = response;
  const { sentence } = refusal;
  if (status >= 500 || PASSING.has(status)) return { kind: 'later', sentence, ...retryAfter(response) };
  // Whoever signed in can sign in again; a device that was paired and is not known any more was revoked.
  if (status === 401) return isPaired ? { kind: 'revoked', sentence } : { kind: 'signed_out' };
  if (refusal.code === 'start_over') return { kind: 'start_over' };
  if (UNJUDGED.has(refusal.code)) return { kind: 'later', sentence };
  if (OF_ONE_DOING.has(refusal.code)) return { kind: 'refused', refusal };
  if (status === 403 || refusal.code === 'no_such_workspace') return { kind: 'revoked', sentence };
  return { kind: 'refused', refusal };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (!problem.success)
    return { refused: true, code: 'unexpected_answer', sentence: `The server answered ${response.status}.`, details: {} };
  const { code, detail, details } = problem.data;
  return { refused: true, code, sentence: detail, details };
}

/** In seconds, as this server writes it; a date is how proxies do. */
function retryAfter({ headers }: Response): { readonly after_ms?: number } {
  const text = headers.get('retry-after');
  if (text === null) return {};
  const afterMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(afterMs) ? {} : { after_ms: afterMs };
}
