import { syncRefusals, type Cursor } from '@taffrail/sync';
import type { Workspace } from '../workspace/index.ts';
import type { Scope } from './admission.ts';
import { factStream, type Followed, type StreamEnd, type StreamTimes } from './factStream.ts';
import { limits } from './limits.ts';
import { problem, type ErrorLog } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { openTurns } from './turns.ts';

export interface StreamRequest extends Pick<Followed, 'workspace' | 'follows' | 'eventNames'>, Pick<StreamEnd, 'hangUp'> {
  /** Where to go on; without one, with the next fact. */
  readonly cursor: Cursor | undefined;
  /** What whoever reads it may do. It holds for as long as the stream: a change of it ends the stream. */
  readonly scope: Scope;
  /** Calls back when whoever reads it has no right to any more. Returns how to stop listening. */
  readonly onRevoked: (ended: () => void) => () => void;
}

export interface Streams {
  readonly open: number;
  follow(request: StreamRequest): Response;
  /** Ends every stream and takes no more. */
  close(): void;
}

const headersFor = (scope: Scope) => ({
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'taffrail-scope': scope,
});

const usualTimes: StreamTimes = { heartbeatMs: limits.streamHeartbeatMs, stalledMs: limits.streamStalledMs };

/** All streams of a server, counted together. */
export function openStreams(log: ErrorLog, times = usualTimes): Streams {
  const running = new Set<AbortController>();
  const turns = openTurns();
  let closed = false;
  const failed = (error: unknown): void => log.error({ err: error }, 'a stream could not read on in the log');

  function follow({ workspace, follows, eventNames, cursor, scope, hangUp, onRevoked }: StreamRequest): Response {
    const headers = headersFor(scope);
    if (closed || running.size >= limits.streams) return problem(httpRefusals.too_many_streams({ limit: limits.streams }));
    if (cursor && isElsewhere(cursor, workspace)) return new Response(startOver(workspace), { headers });
    const ending = new AbortController();
    running.add(ending);
    const stopListening = onRevoked(() => {
      ending.abort();
      hangUp();
    });
    const left = (): void => {
      running.delete(ending);
      stopListening();
    };
    ending.signal.addEventListener('abort', left, { once: true });
    const followed = { workspace, follows, eventNames, after: cursor?.seq ?? workspace.lastSeq, turns };
    return new Response(factStream(followed, times, { ending, hangUp, failed }), { headers });
  }

  return {
    get open() {
      return running.size;
    },
    follow,
    close() {
      closed = true;
      for (const ending of running) ending.abort();
    },
  };
}

/** A book restored from a backup has another log id, or ends before a place that was once true. */
export function isElsewhere(cursor: Cursor, workspace: Workspace): boolean {
  return cursor.log_id !== workspace.logId || cursor.seq > workspace.lastSeq;
}

/** One event and the end, as a stream: a browser's EventSource cannot read the body of any other answer. */
function startOver({ logId, lastSeq }: Workspace): string {
  const { code, sentence, details } = syncRefusals.start_over({ log_id: logId, last_seq: lastSeq });
  return `retry: ${limits.streamRetryMs}\n\nevent: start-over\ndata: ${JSON.stringify({ code, sentence, ...details })}\n\n`;
}
