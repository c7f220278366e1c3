import { msOf, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { accessRefusals } from '../http/index.ts';

const LIMIT = 5;
const WITHIN_MS = 15 * 60_000;
/** Names that nobody has are counted as well, so somebody could make them up without end. */
const MOST_KEYS = 20_000;

/**
 * Failures to show who one is, by account and by network. An attempt counts from its beginning and is forgiven when it
 * succeeds: otherwise many at the same instant would all pass before the first one failed.
 */
export interface Attempts {
  begin(keys: readonly string[]): Attempt | Refusal;
}

export interface Attempt {
  /** It was no failure after all. */
  forgive(): void;
}

export function openAttempts(now: () => Instant): Attempts {
  const failures = new Map<string, number[]>();

  function recent(key: string): number[] {
    const sinceMs = msOf(now()) - WITHIN_MS;
    return (failures.get(key) ?? []).filter((atMs) => atMs > sinceMs);
  }

  function count(key: string, atMs: number): void {
    const times = [...recent(key), atMs];
    // Taken out and put back, so that the first key of the map is the one that was quiet the longest.
    failures.delete(key);
    failures.set(key, times);
    const [quietest] = failures.keys();
    if (failures.size > MOST_KEYS && quietest !== undefined) failures.delete(quietest);
  }

  function forgiveOne(key: string, atMs: number): void {
    const times = recent(key);
    const index = times.indexOf(atMs);
    if (index >= 0) times.splice(index, 1);
    if (times.length === 0) failures.delete(key);
    else failures.set(key, times);
  }

  return {
    begin(keys) {
      const nowMs = msOf(now());
      for (const key of keys) {
        const times = recent(key);
        if (times.length < LIMIT) continue;
        const freeMs = (times.at(-LIMIT) ?? nowMs) + WITHIN_MS;
        return accessRefusals.too_many_attempts({
          limit: LIMIT,
          minutes: WITHIN_MS / 60_000,
          retry_after_seconds: Math.ceil((freeMs - nowMs) / 1_000),
        });
      }
      for (const key of keys) count(key, nowMs);
      return {
        forgive() {
          for (const key of keys) forgiveOne(key, nowMs);
        },
      };
    },
  };
}
