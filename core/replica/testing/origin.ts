import type { Channel, Locks, Surroundings } from '../surroundings.ts';
import { idOf } from './ids.ts';

const START_MS = Date.parse('2026-03-10T20:00:00.000Z');
/** A wait this long is for somebody to end. */
const FOR_EVER_MS = 1e9;

let origins = 0;

/** What the tabs of one browser share: locks, channels, a clock that only moves when told, and ids that say the order. */
export function openOrigin() {
  let nowMs = START_MS;
  origins += 1;
  let ids = origins * 1_000_000;
  const channels = new Map<string, Set<(message: unknown) => void>>();
  const queues = new Map<string, Promise<void>>();
  const awake = new Set<() => void>();

  const locks: Locks = {
    hold(name, signal, work) {
      const held = (queues.get(name) ?? Promise.resolve()).then(() => (signal.aborted ? undefined : work()));
      queues.set(
        name,
        held.catch(() => {}),
      );
      // Whoever gives up waiting is not kept waiting.
      const givenUp = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      return Promise.race([held, givenUp.then(() => (queues.get(name) === held ? undefined : held))]);
    },
  };

  function openChannel(name: string): Channel {
    const listeners = channels.get(name) ?? new Set();
    channels.set(name, listeners);
    let own: ((message: unknown) => void) | undefined;
    return {
      say(message) {
        const heard = [...listeners].filter((listener) => listener !== own);
        for (const listener of heard) setImmediate(() => listeners.has(listener) && listener(structuredClone(message)));
      },
      onMessage(listener) {
        own = listener;
        listeners.add(listener);
      },
      close: () => void (own && listeners.delete(own)),
    };
  }

  function wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted || ms < FOR_EVER_MS) setImmediate(resolve);
    });
  }

  const surroundings: Surroundings = {
    clock: { nowMs: () => nowMs },
    ids: { next: () => idOf((ids += 1)) },
    locks,
    openChannel,
    onAwake(listener) {
      awake.add(listener);
      return () => awake.delete(listener);
    },
    wait,
    chance: () => 0.5,
  };

  return {
    surroundings,
    pass: (ms: number) => void (nowMs += ms),
    awaken: () => awake.forEach((listener) => listener()),
  };
}
