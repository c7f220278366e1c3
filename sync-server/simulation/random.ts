/** Chance, from a seed. Everything a run leaves to chance comes from here, which is why one seed is one run. */
export interface Random {
  /** At least 0 and less than 1. */
  unit(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(count: number): Uint8Array;
  /** A stream of its own: what one part of the world draws does not shift what another draws. */
  fork(): Random;
}

const WORD = 2 ** 32;

/** Four words of state, each draw stirring all of them (the "small fast counting" construction): quick, and even enough for faults. */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [Math.trunc(seed / WORD) >>> 0, seed >>> 0, 0x7a661e00, 1];

  function word(): number {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  }

  // Neighbouring seeds start out alike; a few rounds later nothing of that is left.
  for (let round = 0; round < 16; round++) word();

  const unit = (): number => word() / WORD;
  const between = (least: number, most: number): number => least + Math.floor(unit() * (most - least + 1));
  return {
    unit,
    between,
    chance: (probability) => unit() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[between(0, list.length - 1)] as T;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => word() >>> 24),
    fork: () => randomFrom(word() * WORD + word()),
  };
}
