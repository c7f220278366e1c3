/** SHA-256 (FIPS 180-4) over bytes, for what must come out the same at once wherever the domain runs; browsers offer it as a promise only. */
export function sha256(message: readonly number[]): Uint32Array {
  const hash = Uint32Array.from(INITIAL);
  const words = paddedWords(message);
  const schedule = new Uint32Array(ROUNDS);
  for (let block = 0; block < words.length; block += WORDS_PER_BLOCK) {
    spread(schedule, words.subarray(block, block + WORDS_PER_BLOCK));
    compress(hash, schedule);
  }
  return hash;
}

const WORDS_PER_BLOCK = 16;
const ROUNDS = 64;

/** The message, a single bit, zeros, and its length in bits, in whole blocks. */
function paddedWords(message: readonly number[]): Uint32Array {
  const words = new Uint32Array(Math.ceil((message.length + 9) / 64) * WORDS_PER_BLOCK);
  for (const [place, byte] of [...message, 0x80].entries()) words[place >> 2] = at(words, place >> 2) | (byte << (24 - (place % 4) * 8));
  words[words.length - 2] = Math.floor(message.length / 2 ** 29);
  words[words.length - 1] = message.length << 3;
  return words;
}

function spread(schedule: Uint32Array, block: Uint32Array): void {
  schedule.set(block);
  for (let t = WORDS_PER_BLOCK; t < ROUNDS; t++) {
    const early = at(schedule, t - 15);
    const late = at(schedule, t - 2);
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule[t] = at(schedule, t - 16) + s0 + at(schedule, t - 7) + s1;
  }
}

function compress(hash: Uint32Array, schedule: Uint32Array): void {
  const v = Uint32Array.from(hash);
  for (let t = 0; t < ROUNDS; t++) {
    const [a, b, c, e, f, g, h] = [at(v, 0), at(v, 1), at(v, 2), at(v, 4), at(v, 5), at(v, 6), at(v, 7)];
    const chosen = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + at(CONSTANTS, t) + at(schedule, t);
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most;
    v.copyWithin(1, 0, 7);
    v[4] = at(v, 4) + first;
    v[0] = first + second;
  }
  for (const [place, word] of v.entries()) hash[place] = at(hash, place) + word;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const at = (words: Uint32Array, place: number): number => words[place] ?? 0;

/** As many bits of the fractional parts as fit a word: of the square roots of the first 8 primes, and of the cube roots of the first 64. */
const INITIAL = wordsOf('6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19');
const CONSTANTS = wordsOf(
  [
    '428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc3',
    '72be5d7480deb1fe9bdc06a7c19bf174e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da',
    '983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca63511429296727b70a852e1b21384d2c6dfc53380d13',
    '650a7354766a0abb81c2c92e92722c85a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070',
    '19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3748f82ee78a5636f84c878148cc70208',
    '90befffaa4506cebbef9a3f7c67178f2',
  ].join(''),
);

function wordsOf(hex: string): Uint32Array {
  return Uint32Array.from(hex.match(/.{8}/g) ?? [], (word) => Number.parseInt(word, 16));
}
