import type { OpenCopy } from '../copy/copy.ts';
import { readMeta, writeMeta } from '../copy/meta.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Newsroom } from '../views/newsroom.ts';
import { openBoard, type Board } from './board.ts';
import { drain } from './drain.ts';
import { follow } from './follow.ts';
import { fetchHistory } from './history.ts';
import { standingAfter } from './lineState.ts';
import { openPauses, type Pauses } from './pauses.ts';
import type { Greeting, Scope, ServerLine } from './serverLine.ts';

export interface LineParts {
  readonly bookId: string;
  readonly copy: OpenCopy;
  readonly server: ServerLine;
  readonly surroundings: Surroundings;
  readonly newsroom: Newsroom;
  /** The server has said what this device may do. */
  readonly heardScope: (scope: Scope) => void;
}

/**
 * Keeps a book and its server in step. Of all tabs one holds the line at a time, and the next takes over when it closes;
 * every tab appends to the outbox and reads. Returns how to stop.
 */
export function openLine(parts: LineParts): () => Promise<void> {
  const { bookId, surroundings, newsroom, copy } = parts;
  const closing = new AbortController();
  const { signal } = closing;

  const held = surroundings.locks.hold(`taffrail-line-${bookId}`, signal, async () => {
    const pauses = openPauses(surroundings, signal);
    const board = openBoard({
      now: copy.now,
      show: (line) => newsroom.tell({ kind: 'line', line }),
      shutOut: (await readMeta(copy.db, 'shut_out')) ?? undefined,
      // Losing it costs nothing: the next answer says it again.
      keep: (shutOut) => void writeMeta(copy.db, 'shut_out', shutOut ?? null).catch(() => {}),
    });
    const leaving = [
      newsroom.hear('how_is_the_line', board.repeat),
      newsroom.hear('news', ({ news }) => news.outbox && pauses.call()),
      newsroom.hear('try_now', pauses.endAll),
      surroundings.onAwake(pauses.endAll),
    ];
    await Promise.all([keepFollowing(parts, board, pauses, signal), keepSending(parts, board, pauses, signal)]);
    for (const leave of leaving) leave();
  });

  return async () => {
    closing.abort();
    await held;
  };
}

async function keepFollowing(parts: LineParts, board: Board, pauses: Pauses, signal: AbortSignal): Promise<void> {
  const { copy, server, heardScope } = parts;
  let history = Promise.resolve();
  let failures = 0;
  const progress = {
    loading: (loaded: number) => board.following({ state: 'loading', loaded }),
    following({ scope }: Greeting) {
      failures = 0;
      if (scope !== undefined) heardScope(scope);
      board.following({ state: 'following' });
      history = history.then(() => keepFetching(parts, pauses, signal));
    },
  };
  while (!signal.aborted) {
    board.following({ state: 'connecting' });
    const reply = await follow(copy, server, signal, progress);
    if (signal.aborted) break;
    board.following(standingAfter(reply));
    await pauses.after(reply, failures++);
  }
  await history;
}

/** Another log ends it: the line that stands by then begins anew. */
async function keepFetching(parts: LineParts, pauses: Pauses, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const reply = await fetchHistory(parts.copy, parts.server, signal);
    if (reply.kind === 'answered' || reply.kind === 'start_over') return;
    await pauses.after(reply, failures);
  }
}

async function keepSending(parts: LineParts, board: Board, pauses: Pauses, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const reply = await drain(parts.copy, parts.server, signal);
    if (signal.aborted) return;
    if (reply.kind === 'answered') {
      failures = 0;
      board.sending(undefined);
      await pauses.untilCalled();
    } else {
      board.sending(standingAfter(reply));
      await pauses.after(reply, failures++);
    }
  }
}
