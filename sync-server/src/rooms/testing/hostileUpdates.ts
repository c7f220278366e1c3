/** What nobody's editor writes, byte by byte: Yjs itself could not make most of it. */

/** Claims four billion pieces in V2, where a few bytes stand for any number. */
export const endlessV2 = Uint8Array.of(0, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0);
/** Claims thirty-three million pieces in V1, and brings none. */
export const crowdedV1 = Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 7, 0);
/** Begins at the author's sixth piece; the five before it are nowhere. */
export const clockGap = Uint8Array.of(1, 1, 7, 5, 0x04, 1, 4, 0x62, 0x6f, 0x64, 0x79, 1, 0x78, 0);

const text = (letters: string): number[] => [letters.length, ...new TextEncoder().encode(letters)];

const varint = (number: number): number[] => (number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))]);

const repeated = (times: number, ...bytes: readonly number[]): number[] => Array.from({ length: times }, () => bytes).flat();

/** An update of one author's pieces, none of which deletes anything. */
const update = (pieces: number, bytes: readonly number[]): Uint8Array => Uint8Array.from([1, ...varint(pieces), 7, 0, ...bytes, 0]);

/** One plain value, put among the ticks in the form that `info` says. */
const value = (info: number, bytes: readonly number[]): Uint8Array => update(1, [info, 1, ...text('ticks'), ...text('p'), 1, ...bytes]);

/** The same depth in each form that content comes in. */
export const deepContent = {
  'shared lists'(levels: number): Uint8Array {
    const lists = [0x07, 1, ...text('body'), 0];
    for (let clock = 0; clock < levels - 1; clock++) lists.push(0x07, 0, 7, ...varint(clock), 0);
    return update(levels, lists);
  },
  'a plain value': (levels: number): Uint8Array => value(0x28, [...repeated(levels, 117, 1), 126]),
  JSON: (levels: number): Uint8Array => value(0x22, [...varint(2 * levels), ...repeated(levels, 0x5b), ...repeated(levels, 0x5d)]),
};
