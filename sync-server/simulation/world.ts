import { instantFromMs, uuidV7, type Instant } from '@taffrail/domain/kernel';
import type { Random } from './random.ts';

const BEGINS_MS = 1_773_153_000_000;

/** Time without waiting: a clock that jumps to whatever happens next. */
export interface World {
  readonly nowMs: number;
  now(): Instant;
  elapsedMs(): number;
  newId(): string;
  /** Returns how to call it off. Things due at the same moment happen in the order they were asked for. */
  after(delayMs: number, work: () => void): () => void;
  /** Lets the next thing happen; false where nothing is left or the next lies beyond the deadline. */
  step(deadlineMs: number): boolean;
  /** What a reader of a failing run sees. */
  tell(line: string): void;
}

interface Happening {
  readonly atMs: number;
  work: (() => void) | undefined;
}

export function openWorld(random: Random, onLine: ((line: string) => void) | undefined): World {
  const agenda: Happening[] = [];
  let nowMs = BEGINS_MS;

  function after(delayMs: number, work: () => void): () => void {
    const happening: Happening = { atMs: nowMs + Math.max(0, Math.round(delayMs)), work };
    const behind = agenda.findLastIndex(({ atMs }) => atMs <= happening.atMs);
    agenda.splice(behind + 1, 0, happening);
    return () => {
      happening.work = undefined;
    };
  }

  function step(deadlineMs: number): boolean {
    const next = agenda[0];
    if (!next || next.atMs > deadlineMs) return false;
    agenda.shift();
    nowMs = next.atMs;
    next.work?.();
    return true;
  }

  return {
    get nowMs() {
      return nowMs;
    },
    now: () => instantFromMs(nowMs),
    elapsedMs: () => nowMs,
    newId: () => uuidV7(nowMs, random.bytes(10)),
    after,
    step,
    tell: (line) => onLine?.(`${((nowMs - BEGINS_MS) / 1_000).toFixed(3).padStart(9)} s  ${line}`),
  };
}
