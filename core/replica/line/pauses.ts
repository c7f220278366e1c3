import type { Surroundings } from '../surroundings.ts';
import type { Reply } from './serverLine.ts';

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** Signed out or turned away, time heals nothing; somebody does, and then says so. */
const UNTIL_TOLD_MS = 2 ** 31 - 1;

/** How long to wait after so many failures in a row: longer each time, spread, and never shorter than was asked for. */
export function retryDelayMs(failures: number, chance: number, askedForMs = 0): number {
  return Math.max(askedForMs, Math.min(FIRST_MS * 2 ** failures, LONGEST_MS) * (0.5 + chance / 2));
}

export interface Pauses {
  /** The wait that a reply calls for. */
  after(reply: Reply<unknown>, failures: number): Promise<void>;
  /** Until something is to be done. A call that comes while nobody waits is remembered. */
  untilCalled(): Promise<void>;
  call(): void;
  /** Ends all waits: trying again makes sense now. */
  endAll(): void;
}

export function openPauses({ wait, chance }: Surroundings, closing: AbortSignal): Pauses {
  let ending = new AbortController();
  let called = Promise.withResolvers<void>();
  closing.addEventListener('abort', () => called.resolve(), { once: true });

  return {
    after(reply, failures) {
      const isShut = reply.kind === 'signed_out' || reply.kind === 'revoked';
      const delayMs = isShut ? UNTIL_TOLD_MS : retryDelayMs(failures, chance(), reply.kind === 'later' ? reply.after_ms : 0);
      return wait(delayMs, AbortSignal.any([closing, ending.signal]));
    },
    async untilCalled() {
      await called.promise;
      if (!closing.aborted) called = Promise.withResolvers();
    },
    call: () => called.resolve(),
    endAll() {
      ending.abort();
      ending = new AbortController();
      called.resolve();
    },
  };
}
