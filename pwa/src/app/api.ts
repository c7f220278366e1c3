import type { Json, Refusal } from '@taffrail/domain/kernel';
import { problems } from '../words/index.ts';
import { bearerOf } from './book.ts';
import { proveAgain } from './proving.ts';
import { sessionEnded } from './session.ts';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: object;
  /** The workspace it is about; left out where it is about the person or the server. */
  readonly workspaceId?: string | undefined;
  readonly ifMatch?: number;
  /** Instead of what speaks for this browser otherwise: for a device that was let in a moment ago. */
  readonly bearer?: string;
  readonly signal?: AbortSignal;
}

const ANSWER_TIMEOUT_MS = 30_000;

/**
 * Asks the server this page came from. Its no is a refusal with its own sentence, and so is a server that cannot be reached; nothing is
 * thrown for either. What it answers has the shape its route declares. Where the server wants to know again who this is, the trader is
 * asked, and then the server once more.
 */
export async function api<T>(path: string, request: ApiRequest = {}): Promise<T | Refusal> {
  const response = await send(path, request).catch((error: unknown) => unreachable(error, request.signal));
  if (!(response instanceof Response)) return response;
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const refusal = await refusalOf(response);
  if (refusal.code === 'sign_in_needed') sessionEnded();
  return refusal.code === 're_authentication_needed' && (await proveAgain()) ? api(path, request) : refusal;
}

async function send(path: string, { method, body, workspaceId, ifMatch, signal, ...request }: ApiRequest): Promise<Response> {
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  const bearer = request.bearer ?? (await bearerOf(signal ?? timeout));
  return fetch(path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      accept: 'application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(workspaceId !== undefined && { 'taffrail-workspace': workspaceId }),
      ...(ifMatch !== undefined && { 'if-match': String(ifMatch) }),
    },
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Whoever stopped waiting asked for no answer, so there the error goes on. */
function unreachable(error: unknown, signal: AbortSignal | undefined): Refusal {
  if (signal?.aborted === true) throw error;
  return { refused: true, code: 'offline', sentence: problems.offline, details: {} };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
  const { code = 'unexpected_answer', detail = problems.unexpectedAnswer(response.status), details = {} } = problem ?? {};
  return { refused: true, code, sentence: detail, details };
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly details: { readonly [name: string]: Json };
}
