import type { Fact } from '@taffrail/domain/kernel';
import { cursorText, eventOf } from '@taffrail/sync';
import type { Workspace } from '../workspace/index.ts';
import { limits } from './limits.ts';
import type { EventNames } from './route.ts';
import type { Turns } from './turns.ts';

export interface Followed {
  readonly workspace: Workspace;
  /** The types of aggregates whose facts are shown. */
  readonly follows: readonly string[] | 'everything';
  readonly eventNames: EventNames;
  readonly after: number;
  /** Shared by all streams of a server. */
  readonly turns: Turns;
}

export interface StreamTimes {
  /** How long a stream stays silent before it says that it is still there. */
  readonly heartbeatMs: number;
  /** How long a reader may take nothing before it is let go. */
  readonly stalledMs: number;
}

export interface StreamEnd {
  /** Ends the stream, whoever wants it to. */
  readonly ending: AbortController;
  /** Breaks the connection of a reader that no longer reads; ending the stream politely would never reach it. */
  readonly hangUp: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Pulled, never pushed: a stream holds its place in the log and nothing else, and reads on when its reader has taken
 * what it was given. However slow a reader is, it costs no memory, and it can miss nothing.
 */
export function factStream(followed: Followed, times: StreamTimes, { ending, hangUp, failed }: StreamEnd): ReadableStream<Uint8Array> {
  const lines = linesOf(followed, times.heartbeatMs, ending.signal);
  const utf8 = new TextEncoder();
  let readerLeft = false;
  let stalled: NodeJS.Timeout | undefined;

  ending.signal.addEventListener('abort', finish, { once: true });
  function finish(): void {
    clearTimeout(stalled);
    lines.return().catch(failed);
  }

  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    clearTimeout(stalled);
    const text = await nextLines();
    if (readerLeft) return;
    if (text === undefined) {
      controller.close();
      return;
    }
    controller.enqueue(utf8.encode(text));
    stalled = setTimeout(() => {
      ending.abort();
      hangUp();
    }, times.stalledMs);
  }

  /** Undefined at the end. A log that cannot be read ends the stream too: its reader comes back and resumes. */
  async function nextLines(): Promise<string | undefined> {
    try {
      const { value } = await lines.next();
      return ending.signal.aborted ? undefined : (value ?? undefined);
    } catch (error) {
      failed(error);
      ending.abort();
      return undefined;
    }
  }

  function cancel(): void {
    readerLeft = true;
    ending.abort();
  }

  // Nothing is fetched ahead of a reader that asks.
  return new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 });
}

async function* linesOf(
  { workspace, follows, eventNames, after, turns }: Followed,
  heartbeatMs: number,
  ending: AbortSignal,
): AsyncGenerator<string, void> {
  const bell = commitBell(workspace, ending);
  try {
    let seq = after;
    yield `: facts of log ${workspace.logId}\nretry: ${limits.streamRetryMs}\n${placeLine(workspace.logId, seq)}\n`;
    while (!ending.aborted) {
      const page = pageOf(workspace.facts(seq, limits.streamPageFacts + 1));
      const last = page.facts.at(-1);
      if (last) {
        seq = last.event_seq;
        yield eventLines(page, last, { follows, eventNames }, workspace.logId);
        await afterPage(last, workspace, turns);
      } else if ((await bell.rungWithin(heartbeatMs)) === 'silence') {
        yield ': still here\n\n';
      }
    }
  } finally {
    bell.stop();
  }
}

/** More is waiting: this reader catches up, and lets others go first. */
async function afterPage({ event_seq }: Fact, { lastSeq }: Workspace, turns: Turns): Promise<void> {
  if (event_seq < lastSeq) await turns.next();
}

interface Page {
  readonly facts: readonly Fact[];
  /** Its last fact is the last of a command. */
  readonly isWhole: boolean;
}

/** Ends where a command does, so that nobody has half of one; only a command of more facts than fit a page takes several. Of facts and the one behind them. */
function pageOf(facts: readonly Fact[]): Page {
  const whole = facts.slice(0, facts.findLastIndex(isLastOfCommand) + 1);
  return whole.length > 0 ? { facts: whole, isWhole: true } : { facts: facts.slice(0, limits.streamPageFacts), isWhole: false };
}

function isLastOfCommand({ command_id }: Fact, index: number, facts: readonly Fact[]): boolean {
  return index < limits.streamPageFacts && command_id !== facts[index + 1]?.command_id;
}

/** A new fact goes to every stream there is; it is written out once for all of them. */
const texts = new WeakMap<Fact, string>();

function textOf(fact: Fact): string {
  const text = texts.get(fact) ?? JSON.stringify(eventOf(fact));
  texts.set(fact, text);
  return text;
}

type Shown = Pick<Followed, 'follows' | 'eventNames'>;

function eventLines({ facts, isWhole }: Page, last: Fact, { follows, eventNames }: Shown, logId: string): string {
  const shown = follows === 'everything' ? facts : facts.filter((fact) => follows.includes(fact.aggregate_type));
  const lines = shown.map((fact) => `${placeLine(logId, fact.event_seq)}${nameLine(eventNames[fact.type])}data: ${textOf(fact)}\n\n`);
  // An id without data says that the commands so far are whole, and moves a reader's place past facts it does not follow.
  if (isWhole) lines.push(`${placeLine(logId, last.event_seq)}\n`);
  return lines.join('');
}

const nameLine = (name: string | undefined): string => (name === undefined ? '' : `event: ${name}\n`);

const placeLine = (logId: string, seq: number): string => `id: ${cursorText({ log_id: logId, seq })}\n`;

/** Rings at each commit and at the end. Held for the whole stream, so that its workspace is known to be in use. */
function commitBell(workspace: Workspace, ending: AbortSignal) {
  let waiting: (() => void) | undefined;
  const ring = (): void => waiting?.();
  const stopListening = workspace.onCommit(ring);
  ending.addEventListener('abort', ring, { once: true });
  return {
    rungWithin(ms: number): Promise<'rung' | 'silence'> {
      if (ending.aborted) return Promise.resolve('rung');
      return new Promise((resolve) => {
        const silence = setTimeout(() => resolve('silence'), ms);
        waiting = () => {
          clearTimeout(silence);
          resolve('rung');
        };
      });
    },
    stop: stopListening,
  };
}
