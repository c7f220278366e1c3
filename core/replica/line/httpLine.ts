import type { Refusal } from '@taffrail/domain/kernel';
import { commandsAnswerSchema, eventSchema, eventsPageSchema, snapshotPageSchema, type Event } from '@taffrail/sync';
import { z } from 'zod';
import { openStreamReader, type StreamMessage } from './eventStream.ts';
import type { Follower, Reply, ServerLine } from './serverLine.ts';

const ANSWER_TIMEOUT_MS = 30_000;
/** The server says every 15 seconds that it is still there. */
const SILENCE_TIMEOUT_MS = 45_000;

const problemSchema = z.object({
  code: z.string(),
  detail: z.string(),
  details: z.record(z.string(), z.json()).default({}),
});

export interface HttpLineOptions {
  /** Empty for the server that this page came from. */
  readonly origin: string;
  readonly workspaceId: string;
}

/** The server over HTTP, with the browser's own session cookie. */
export function httpLine({ origin, workspaceId }: HttpLineOptions): ServerLine {
  const headers = { 'taffrail-workspace': workspaceId };

  async function ask<T>(path: string, schema: z.ZodType<T>, signal: AbortSignal, body?: object): Promise<Reply<T>> {
    const timed = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
    return reached(async () => {
      const response = await fetch(`${origin}${path}`, {
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        signal: timed,
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
      return response.ok ? { kind: 'answered', value: schema.parse(await response.json()), ...timeOf(response) } : trouble(response);
    });
  }

  return {
    async submit(commands, signal) {
      const reply = await ask('/api/commands', commandsAnswerSchema, signal, { commands });
      return reply.kind === 'answered' ? { ...reply, value: reply.value.answers } : reply;
    },
    snapshot: (after, signal) => ask(`/api/snapshot${query({ after })}`, snapshotPageSchema, signal),
    events: (after, limit, log, signal) => ask(`/api/events${query({ after, limit, log })}`, eventsPageSchema, signal),
    follow: ({ seq: last_seq, log_id: log }, follower, signal) =>
      reached(async () => {
        const silence = openSilence(signal);
        const response = await fetch(`${origin}/sse/events${query({ last_seq, log })}`, { headers, signal: silence.signal });
        if (!response.ok || response.body === null) return trouble(response);
        follower.connected(timeOf(response).server_ms);
        return readStream(response.body, follower, silence);
      }),
  };
}

function query(parameters: { readonly [name: string]: string | number | undefined }): string {
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

function timeOf({ headers }: Response): { readonly server_ms?: number } {
  const serverMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(serverMs) ? {} : { server_ms: serverMs };
}

const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** Which of the few things a device can do about it this answer asks for. */
async function trouble(response: Response): Promise<Reply<never>> {
  const refusal = await refusalOf(response);
  const { status } = response;
  const time = timeOf(response);
  if (status >= 500 || PASSING.has(status)) return { kind: 'later', sentence: refusal.sentence, ...retryAfter(response), ...time };
  if (status === 401) return { kind: 'signed_out', ...time };
  if (refusal.code === 'start_over') return { kind: 'start_over', ...time };
  if (status === 403 || refusal.code === 'no_such_workspace') return { kind: 'revoked', sentence: refusal.sentence, ...time };
  return { kind: 'refused', refusal, ...time };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (!problem.success)
    return { refused: true, code: 'unexpected_answer', sentence: `The server answered ${response.status}.`, details: {} };
  const { code, detail, details } = problem.data;
  return { refused: true, code, sentence: detail, details: details as Refusal['details'] };
}

/** In seconds, as this server writes it; a date is how proxies do. */
function retryAfter({ headers }: Response): { readonly after_ms?: number } {
  const text = headers.get('retry-after');
  if (text === null) return {};
  const afterMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(afterMs) ? {} : { after_ms: afterMs };
}

interface Silence {
  readonly signal: AbortSignal;
  broken(): void;
  over(): void;
}

/** A connection that has died quietly is given up after a while without a word. */
function openSilence(closing: AbortSignal): Silence {
  const tooLong = new AbortController();
  let timer = setTimeout(() => tooLong.abort(), SILENCE_TIMEOUT_MS);
  return {
    signal: AbortSignal.any([closing, tooLong.signal]),
    broken() {
      clearTimeout(timer);
      timer = setTimeout(() => tooLong.abort(), SILENCE_TIMEOUT_MS);
    },
    over: () => clearTimeout(timer),
  };
}

async function readStream(body: ReadableStream<Uint8Array>, follower: Follower, silence: Silence): Promise<Reply<'ended'>> {
  const messagesIn = openStreamReader();
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return { kind: 'answered', value: 'ended' };
      silence.broken();
      const messages = messagesIn(value);
      if (messages.some(({ event }) => event === 'start-over')) return { kind: 'start_over' };
      if (messages.length > 0 && !(await follower.facts(messages.map(factOf)))) return { kind: 'answered', value: 'ended' };
    }
  } finally {
    silence.over();
    await reader.cancel().catch(() => {});
  }
}

const factOf = ({ data }: StreamMessage): Event => eventSchema.parse(JSON.parse(data));
