import { type Characters, type Range, allBut, charactersOf, digits, only, spaces, wordCharacters } from './characters.ts';
import type { Reader } from './reader.ts';

const kinds = new Map<string, Characters>([
  ['d', digits],
  ['w', wordCharacters],
  ['s', spaces],
  ['D', allBut(digits)],
  ['W', allBut(wordCharacters)],
  ['S', allBut(spaces)],
]);

const controls = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** What stands behind a backslash. */
export function readEscaped(reader: Reader): Characters {
  const letter = reader.next();
  const known = kinds.get(letter);
  if (known !== undefined) return known;
  const control = controls.get(letter);
  if (control !== undefined) return only(control);
  if (/^\d$/.test(letter)) reader.fail('going back to what a group has found is not supported');
  else if (letter === '' || /^[\w\s]$/.test(letter)) reader.fail(`\\${letter} has no meaning here`);
  return only(letter);
}

/** What stands between brackets. */
export function readList(reader: Reader): Characters {
  const isNegated = reader.takes('^');
  const ranges: Range[] = [];
  while (!reader.isDone() && !reader.comes(']')) ranges.push(...readListed(reader));
  if (!reader.takes(']')) reader.fail('a list that is opened with [ is closed with ]');
  const characters = charactersOf(ranges);
  return isNegated ? allBut(characters) : characters;
}

function readListed(reader: Reader): readonly Range[] {
  const from = readOne(reader);
  if (!reader.comes('-') || reader.comes(']', 1)) return from;
  reader.takes('-');
  const [first, last] = [pointOf(from), pointOf(readOne(reader))];
  if (first !== undefined && last !== undefined && first <= last) return [[first, last]];
  reader.fail('a range in a list goes from one character to a later one, as in [a-z]; write \\- for the character itself');
  return [];
}

function readOne(reader: Reader): Characters {
  return reader.takes('\\') ? readEscaped(reader) : only(reader.next());
}

function pointOf(characters: Characters): number | undefined {
  const [range, ...others] = characters;
  return range !== undefined && others.length === 0 && range[0] === range[1] ? range[0] : undefined;
}
