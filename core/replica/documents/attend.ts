import { signal, type ReadonlySignal } from '@preact/signals-core';
import { retryDelayMs } from '../line/pauses.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DocumentLine } from './documentLine.ts';
import type { OpenHandle } from './handle.ts';
import { talkOver, type Ending, type Talk } from './talk.ts';

/**
 * - `away`: there is no connection; tried again by itself.
 * - `together`: what others write shows at once.
 * - `refused`: coming back changes nothing; the document still travels with everything that waits.
 */
export type Attendance = 'away' | 'together' | 'refused';

export interface Attending {
  readonly attendance: ReadonlySignal<Attendance>;
  /** Something new waits. */
  nudge(): void;
  stop(): Promise<void>;
}

export interface AttendingParts {
  readonly handle: OpenHandle;
  readonly line: DocumentLine;
  readonly surroundings: Pick<Surroundings, 'wait' | 'onAwake' | 'chance'>;
  /** What waited is on the server. */
  readonly sent: () => void;
  /** Brings over HTTP what is too much for a message. */
  readonly exchange: () => Promise<unknown>;
}

/** After a final answer only a person changes something: somebody signs in, or closes what is open elsewhere. */
const UNTIL_TOLD_MS = 2 ** 31 - 1;

/** Keeps a socket about one open document: comes back whenever it can, with a fresh ticket each time. */
export function attend({ handle, line, surroundings, sent, exchange }: AttendingParts): Attending {
  const attendance = signal<Attendance>('away');
  const leaving = new AbortController();
  let waking = new AbortController();
  let talk: Talk | undefined;
  const stopWaking = surroundings.onAwake(() => waking.abort());
  const left = stay();

  async function stay(): Promise<void> {
    for (let failures = 0; !leaving.signal.aborted;) {
      const ending = await talkOnce();
      failures = attendance.peek() === 'together' ? 0 : failures + 1;
      attendance.value = ending.final ? 'refused' : 'away';
      if (ending.tooLarge) await exchange();
      if (ending.sentence !== undefined) handle.show({ code: `closed_${ending.code}`, sentence: ending.sentence });
      waking = new AbortController();
      const delayMs = ending.final ? UNTIL_TOLD_MS : retryDelayMs(failures, surroundings.chance());
      await surroundings.wait(delayMs, AbortSignal.any([waking.signal, leaving.signal]));
    }
  }

  async function talkOnce(): Promise<Ending> {
    const dialled = await line.dial(handle.name, leaving.signal);
    if (dialled.kind !== 'answered') return { ...NEVER_BEGUN, final: dialled.kind !== 'later' };
    talk = talkOver(dialled.value, {
      document: handle.document,
      company: handle.company,
      waiting: handle.shelf.waiting,
      async sent(places) {
        await handle.shelf.markSent(places);
        await handle.count();
        sent();
      },
      together() {
        attendance.value = 'together';
        handle.show(undefined);
      },
      took: handle.keep,
      lost: handle.bringBack,
    });
    if (leaving.signal.aborted) talk.end();
    const ending = await talk.ended;
    talk = undefined;
    return ending;
  }

  return {
    attendance,
    nudge: () => talk?.nudge(),
    async stop() {
      stopWaking();
      leaving.abort();
      talk?.end();
      await left;
    },
  };
}

const NEVER_BEGUN: Ending = { final: false, code: 0, sentence: undefined, tooLarge: false };
