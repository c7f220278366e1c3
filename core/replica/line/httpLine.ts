import { commandsAnswerSchema, eventSchema, eventsPageSchema, snapshotPageSchema, type Event } from '@taffrail/sync';
import { openStreamReader, type StreamMessage } from './eventStream.ts';
import { query, type Http } from './http.ts';
import type { Follower, Greeting, Reply, ServerLine } from './serverLine.ts';

/** The server says every 15 seconds that it is still there. */
const SILENCE_TIMEOUT_MS = 45_000;

/** The server over HTTP. */
export function httpLine({ ask, open }: Http): ServerLine {
  return {
    async submit(commands, signal) {
      const reply = await ask('/api/commands', commandsAnswerSchema, signal, { commands });
      return reply.kind === 'answered' ? { ...reply, value: reply.value.answers } : reply;
    },
    snapshot: (after, signal) => ask(`/api/snapshot${query({ after })}`, snapshotPageSchema, signal),
    events: (after, limit, log, signal) => ask(`/api/events${query({ after, limit, log })}`, eventsPageSchema, signal),
    follow({ seq: last_seq, log_id: log }, follower, signal) {
      const silence = openSilence(signal);
      return open(`/sse/events${query({ last_seq, log })}`, silence.signal, async ({ body, headers }, said) => {
        if (body === null) throw new Error('a stream has a body');
        follower.connected({ ...said, ...scopeIn(headers) });
        return readStream(body, follower, silence);
      }).finally(silence.over);
    },
  };
}

function scopeIn(headers: Headers): Pick<Greeting, 'scope'> {
  const scope = headers.get('taffrail-scope');
  return scope === 'read' || scope === 'write' ? { scope } : {};
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
  let begun: readonly StreamMessage[] = [];
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return { kind: 'answered', value: 'ended' };
      silence.broken();
      const messages = [...begun, ...messagesIn(value)];
      // What comes is cut anywhere. The server pauses where a command is whole, and what it is half way through is not shown.
      const end = messages.findLastIndex(({ event }) => event === 'pause') + 1;
      begun = messages.slice(end);
      const facts = messages.slice(0, end).filter(isFact).map(factOf);
      if (facts.length > 0 && !(await follower.facts(facts))) return { kind: 'answered', value: 'ended' };
      if (messages.some(({ event }) => event === 'start-over')) return { kind: 'start_over' };
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

const isFact = ({ event }: StreamMessage): boolean => event === 'message';
const factOf = ({ data }: StreamMessage): Event => eventSchema.parse(JSON.parse(data));
