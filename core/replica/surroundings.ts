import { uuidV7, type Id } from '@taffrail/domain/kernel';

/** All a replica sees of the browser besides its database. In tests, each of these is a small stand-in. */
export interface Surroundings {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly locks: Locks;
  /** To the other tabs of the same book; what is said is not heard by whoever says it. */
  openChannel(name: string): Channel;
  /** Calls back when trying again makes sense: the network is back, or somebody looks at the page again. Returns how to stop. */
  onAwake(listener: () => void): () => void;
  /** Resolves after that time, or at once when the signal says so. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1, to spread devices that all lost the same server. */
  chance(): number;
}

export interface Clock {
  nowMs(): number;
}

export interface Ids {
  next(): Id;
}

export interface Locks {
  /** Waits for the lock, does the work while holding it, and lets go; gives up waiting when the signal says so. */
  hold(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void>;
}

export interface Channel {
  say(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  close(): void;
}

export const systemClock: Clock = { nowMs: () => Date.now() };

const RANDOM_BYTES = 10;

export const randomIds = (clock: Clock): Ids => ({
  next: () => uuidV7(clock.nowMs(), crypto.getRandomValues(new Uint8Array(RANDOM_BYTES))),
});

/** A page of a browser, or a worker. */
export function browserSurroundings(clock: Clock = systemClock, ids: Ids = randomIds(clock)): Surroundings {
  return { clock, ids, locks: webLocks, openChannel: broadcastChannel, onAwake, wait, chance: () => Math.random() };
}

export const webLocks: Locks = {
  async hold(name, signal, work) {
    try {
      await navigator.locks.request(name, { signal }, work);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  },
};

function broadcastChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  return {
    say: (message) => channel.postMessage(message),
    onMessage: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    close: () => channel.close(),
  };
}

function onAwake(listener: () => void): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  globalThis.addEventListener('online', listener, { signal });
  globalThis.document?.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener(), { signal });
  return () => stopping.abort();
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
