import { hash, randomFillSync } from 'node:crypto';
import { instantFromMs, msOf, uuidV7, type Instant } from '@taffrail/domain/kernel';
import type { Clock, Defer, Ids, Sha256 } from '../workspace/index.ts';

export const systemClock: Clock = { now: () => instantFromMs(Date.now()), elapsedMs: () => performance.now() };

const POOLED_IDS = 256;
const ID_RANDOM_BYTES = 10;

/** Asking the system for randomness costs more than all else about an id, so it is asked for many at once. */
export function randomIds(): Ids {
  const pool = new Uint8Array(POOLED_IDS * ID_RANDOM_BYTES);
  let used = POOLED_IDS;
  return {
    next() {
      if (used === POOLED_IDS) {
        randomFillSync(pool);
        used = 0;
      }
      const from = used++ * ID_RANDOM_BYTES;
      return uuidV7(Date.now(), pool.subarray(from, from + ID_RANDOM_BYTES));
    },
  };
}

export const sha256: Sha256 = (text) => hash('sha256', text);

/** After the requests that have already arrived were read: they form one group. */
export const afterThisTick: Defer = (work) => void setImmediate(work);

const LONGEST_TIMER_MS = 86_400_000;

/** A timer can be late or the clock can jump, never early: it looks again before it rings. */
export function ringAt(at: Instant, ring: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const leftMs = msOf(at) - Date.now();
    timer = setTimeout(() => (msOf(at) > Date.now() ? wait() : ring()), Math.min(Math.max(leftMs, 0), LONGEST_TIMER_MS));
    timer.unref();
  };
  wait();
  return () => clearTimeout(timer);
}

export function every(intervalMs: number, work: () => void): () => void {
  const timer = setInterval(work, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
