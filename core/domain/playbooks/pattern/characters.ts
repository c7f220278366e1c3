/** Characters from one code point to another, both included. */
export type Range = readonly [from: number, to: number];

/** Characters in ranges that are in order and do not touch, so that each set has one form. */
export type Characters = readonly Range[];

const LAST = 0x10_ffff;

export function charactersOf(ranges: readonly Range[]): Characters {
  const joined: Range[] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

export function allBut(characters: Characters): Characters {
  const starts = [0, ...characters.map(([, to]) => to + 1)];
  const ends = [...characters.map(([from]) => from - 1), LAST];
  return starts.map((from, place): Range => [from, ends[place] ?? LAST]).filter(([from, to]) => from <= to);
}

export function includes(characters: Characters, point: number): boolean {
  return characters.some(([from, to]) => from <= point && point <= to);
}

export const only = (character: string): Characters => [[character.codePointAt(0) ?? 0, character.codePointAt(0) ?? 0]];

export const digits = charactersOf([[0x30, 0x39]]);
export const wordCharacters = charactersOf([...digits, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]]);
const lineEnds = charactersOf([
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x20_28, 0x20_29],
]);
/** What the language itself takes for space, so that a pattern means what it means elsewhere. */
export const spaces = charactersOf([
  ...lineEnds,
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x16_80, 0x16_80],
  [0x20_00, 0x20_0a],
  [0x20_2f, 0x20_2f],
  [0x20_5f, 0x20_5f],
  [0x30_00, 0x30_00],
  [0xfe_ff, 0xfe_ff],
]);
export const anyCharacter = allBut(lineEnds);
