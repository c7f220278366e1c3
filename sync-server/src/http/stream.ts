import { cursorText, eventOf, syncRefusals, type Cursor } from '@taffrail/sync';
import type { Fact } from '@taffrail/domain/kernel';
import type { Workspace } from '../workspace/index.ts';
import { limits } from './limits.ts';
import { problem } from './problem.ts';
import { httpRefusals } from './refusals.ts';

export interface StreamTimes {
  /** How long a stream stays silent before it says that it is still there. */
  readonly heartbeatMs: number;
  /** How long a reader may take nothing before it is let go. */
  readonly stalledMs: number;
}

export interface StreamRequest {
  readonly workspace: Workspace;
  /** Where to go on; without one, with the next fact. */
  readonly cursor: Cursor | undefined;
  readonly follows: readonly string[] | 'everything';
  /** Breaks the connection of a reader that no longer reads; ending the stream politely would never reach it. */
  readonly hangUp: () => void;
}

export interface Streams {
  readonly open: number;
  follow(request: StreamRequest): Response;
  /** Ends every stream and takes no more. */
  close(): void;
}

const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
const times: StreamTimes = { heartbeatMs: limits.streamHeartbeatMs, stalledMs: limits.streamStalledMs };

/** All streams of a server, counted together. */
export function openStreams({ heartbeatMs, stalledMs }: StreamTimes = times): Streams {
  const enders = new Set<() => void>();
  let closed = false;

  return {
    get open() {
      return enders.size;
    },
    follow(request) {
      if (closed || enders.size >= limits.streams) return problem(httpRefusals.too_many_streams({ limit: limits.streams }));
      if (request.cursor && isElsewhere(request.cursor, request.workspace)) return new Response(startOver(request.workspace), { headers });
      return new Response(factStream(request), { headers });
    },
    close() {
      closed = true;
      for (const end of enders) end();
    },
  };

  /**
   * Pulled, never pushed: a stream holds its cursor and nothing else, and reads on in the log when its reader has taken
   * what it was given. However slow a reader is, it costs no memory, and it can miss nothing.
   */
  function factStream({ workspace, cursor, follows, hangUp }: StreamRequest): ReadableStream<Uint8Array> {
    let seq = cursor?.seq ?? workspace.lastSeq;
    let wake = (): void => undefined;
    let ended = false;
    let readerLeft = false;
    let stalled: NodeJS.Timeout | undefined;
    const stopListening = workspace.onCommit(() => wake());
    enders.add(end);

    function end(): void {
      if (ended) return;
      ended = true;
      enders.delete(end);
      stopListening();
      clearTimeout(stalled);
      wake();
    }

    /** The next lines for the reader; waits where the log has nothing new. Undefined once the stream has ended. */
    async function nextLines(): Promise<string | undefined> {
      if (ended) return undefined;
      if (seq === workspace.lastSeq && !(await commitWithin(heartbeatMs))) return ended ? undefined : ': still here\n\n';
      if (ended) return undefined;
      const facts = workspace.facts(seq, limits.streamPageFacts);
      seq = facts.at(-1)?.event_seq ?? seq;
      return linesOf(facts, follows, workspace.logId);
    }

    function commitWithin(ms: number): Promise<boolean> {
      return new Promise((resolve) => {
        const silence = setTimeout(() => resolve(false), ms);
        wake = () => {
          clearTimeout(silence);
          resolve(!ended);
        };
      });
    }

    const greeting = `: facts of log ${workspace.logId}\nretry: ${limits.streamRetryMs}\n${placeLine({ log_id: workspace.logId, seq })}\n`;
    let pending: string | undefined = greeting;

    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          clearTimeout(stalled);
          const lines = pending ?? (await nextLines());
          pending = undefined;
          if (lines === undefined) {
            if (!readerLeft) controller.close();
            return;
          }
          controller.enqueue(utf8.encode(lines));
          stalled = setTimeout(() => {
            end();
            hangUp();
          }, stalledMs);
        },
        cancel() {
          readerLeft = true;
          end();
        },
      },
      { highWaterMark: 0 },
    );
  }
}

const utf8 = new TextEncoder();

function linesOf(facts: readonly Fact[], follows: readonly string[] | 'everything', logId: string): string {
  const shown = follows === 'everything' ? facts : facts.filter((fact) => follows.includes(fact.aggregate_type));
  const last = facts.at(-1);
  const lines = shown.map((fact) => `${placeLine({ log_id: logId, seq: fact.event_seq })}data: ${JSON.stringify(eventOf(fact))}\n\n`);
  // An id without data moves a reader's place past facts it does not follow, so that a reconnect does not read them again.
  if (last && last !== shown.at(-1)) lines.push(`${placeLine({ log_id: logId, seq: last.event_seq })}\n`);
  return lines.join('');
}

const placeLine = (cursor: Cursor): string => `id: ${cursorText(cursor)}\n`;

/** A book restored from a backup has another log id, or ends before a place that was once true. */
export function isElsewhere(cursor: Cursor, workspace: Workspace): boolean {
  return cursor.log_id !== workspace.logId || cursor.seq > workspace.lastSeq;
}

/** One event and the end, as a stream: a browser's EventSource cannot read the body of any other answer. */
function startOver({ logId, lastSeq }: Workspace): string {
  const { code, sentence, details } = syncRefusals.start_over({ log_id: logId, last_seq: lastSeq });
  return `retry: ${limits.streamRetryMs}\n\nevent: start-over\ndata: ${JSON.stringify({ code, sentence, ...details })}\n\n`;
}
