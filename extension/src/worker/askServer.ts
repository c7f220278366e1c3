import type { Refusal } from '@taffrail/domain/kernel';
import { pairing as words } from '../words/index.ts';

const ANSWER_TIMEOUT_MS = 30_000;

interface Asking {
  readonly body?: object;
  readonly bearer?: string;
}

/** Asks a server that does not know this browser yet. Its no is a refusal with its own sentence, and so is one that cannot be reached. */
export async function askServer<T>(origin: string, path: string, { body, bearer }: Asking = {}): Promise<T | Refusal> {
  const response = await fetch(origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    credentials: 'omit',
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => undefined);
  if (response === undefined) return refusal('offline', words.offline(origin));
  const answer = (await response.json().catch(() => undefined)) as (T & Partial<Problem>) | undefined;
  if (response.ok && answer !== undefined) return answer;
  return refusal(answer?.code ?? 'unexpected_answer', answer?.detail ?? words.unexpected(response.status));
}

interface Problem {
  readonly code: string;
  readonly detail: string;
}

const refusal = (code: string, sentence: string): Refusal => ({ refused: true, code, sentence, details: {} });
