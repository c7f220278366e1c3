/** What time is measured and waited by. */
export interface Clock {
  now(): number;
  after(work: () => void, delayMs: number): () => void;
}

/** A frame or two: nobody sees a ticket change faster. */
const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
/** At most one part in so many of the page's time is ours. */
const SHARE = 50;

/**
 * Does some work soon after it was asked for, once for however many times it was asked. Where the work takes long, the pause before the
 * next grows with it, so that a page is as quick as without us. What a person did is not kept waiting for that.
 */
export function paced(work: () => void, clock: Clock) {
  let cancel: (() => void) | undefined;
  let isHurried = false;
  let pauseMs = SHORTEST_PAUSE_MS;

  function run(): void {
    cancel = undefined;
    isHurried = false;
    const startedAt = clock.now();
    work();
    pauseMs = Math.min(Math.max(SHORTEST_PAUSE_MS, (clock.now() - startedAt) * SHARE), LONGEST_PAUSE_MS);
  }

  return {
    ask(): void {
      cancel ??= clock.after(run, pauseMs);
    },
    hurry(): void {
      if (isHurried) return;
      isHurried = true;
      cancel?.();
      cancel = clock.after(run, SHORTEST_PAUSE_MS);
    },
    stop(): void {
      cancel?.();
      cancel = undefined;
    },
  };
}

export const pageClock: Clock = {
  now: () => performance.now(),
  after(work, delayMs) {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
};
