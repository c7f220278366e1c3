/** Chance that repeats itself: the same seed, the same run. */
export interface Random {
  /** From 0 up to, never reaching, 1. */
  unit(): number;
  /** A whole number from 0 up to, never reaching, the limit. */
  below(limit: number): number;
  between(lowest: number, highest: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(count: number): Uint8Array;
  /** A source of its own, so that work going on side by side draws the same numbers whoever comes first. */
  fork(): Random;
}

/** Mulberry32: thirty-two bits of state, which is plenty for choosing when to pull a plug. */
export function seededRandom(seed: number): Random {
  let state = Math.trunc(seed);

  function unit(): number {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (limit: number): number => Math.floor(unit() * limit);

  return {
    unit,
    below,
    between: (lowest, highest) => lowest + below(highest - lowest + 1),
    chance: (probability) => unit() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('There is nothing to pick from.');
      return list[below(list.length)] as T;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
    fork: () => seededRandom(below(2 ** 32)),
  };
}
