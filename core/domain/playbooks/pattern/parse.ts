import { type Characters, anyCharacter, only } from './characters.ts';
import { readEscaped, readList } from './list.ts';
import { type Reader, openReader } from './reader.ts';

export type Edge = 'start' | 'end' | 'word_edge' | 'no_word_edge';

/** What a pattern says. */
export type Part =
  | { readonly kind: 'character'; readonly characters: Characters }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number | null };

export interface Flaw {
  readonly flaw: string;
}

const MOST_TIMES = 1_000;

const edges: readonly (readonly [written: string, edge: Edge])[] = [
  ['^', 'start'],
  ['$', 'end'],
  ['\\b', 'word_edge'],
  ['\\B', 'no_word_edge'],
];

/** Reads the regular expressions everybody knows, but for what no engine can promise to be done with in time. */
export function parsePattern(source: string): Part | Flaw {
  const reader = openReader(source);
  const part = readChoice(reader);
  if (!reader.isDone()) reader.fail('there is a ) without its (; write \\) for the character itself');
  const flaw = reader.flaw();
  return flaw === undefined ? part : { flaw };
}

function readChoice(reader: Reader): Part {
  const options = [readSequence(reader)];
  while (reader.takes('|')) options.push(readSequence(reader));
  return { kind: 'choice', options };
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = [];
  while (!reader.isDone() && !reader.comes('|') && !reader.comes(')')) parts.push(readRepeated(reader));
  return { kind: 'sequence', parts };
}

function readRepeated(reader: Reader): Part {
  const part = readSingle(reader);
  const times = readTimes(reader);
  if (times === undefined) return part;
  const [least, most] = times;
  // Lazy or not makes no difference to whether something is found.
  reader.takes('?');
  failAtRepeat(reader);
  if (part.kind === 'edge') reader.fail('^, $ and \\b are places between characters, which cannot be repeated');
  if (Math.max(least, most ?? 0) > MOST_TIMES) reader.fail(`something is repeated at most ${MOST_TIMES} times`);
  if (most !== null && most < least) reader.fail(`it cannot be repeated at least ${least} and at most ${most} times`);
  return { kind: 'repeat', part, least, most };
}

function readTimes(reader: Reader): readonly [least: number, most: number | null] | undefined {
  if (reader.takes('*')) return [0, null];
  if (reader.takes('+')) return [1, null];
  if (reader.takes('?')) return [0, 1];
  const match = reader.takesMatch(/^\{(\d+)(,(\d*))?\}/);
  if (match === null) return undefined;
  const [, least, comma, most] = match;
  if (comma === undefined) return [Number(least), Number(least)];
  return [Number(least), most ? Number(most) : null];
}

function readSingle(reader: Reader): Part {
  const edge = edges.find(([written]) => reader.takes(written))?.[1];
  if (edge !== undefined) return { kind: 'edge', edge };
  if (reader.takes('(')) return readGroup(reader);
  failAtRepeat(reader);
  return { kind: 'character', characters: readCharacters(reader) };
}

function readCharacters(reader: Reader): Characters {
  if (reader.takes('.')) return anyCharacter;
  if (reader.takes('[')) return readList(reader);
  return reader.takes('\\') ? readEscaped(reader) : only(reader.next());
}

function readGroup(reader: Reader): Part {
  const looks = ['?=', '?!', '?<=', '?<!'].some((opening) => reader.comes(opening));
  if (looks) reader.fail('looking ahead or behind is not supported; say what the text itself is like');
  if (!reader.takes('?:') && reader.comes('?')) reader.fail('a group is written (…) or (?:…)');
  const part = readChoice(reader);
  if (!reader.takes(')')) reader.fail('a group that is opened with ( is closed with )');
  return part;
}

function failAtRepeat(reader: Reader): void {
  const sign = reader.peek();
  if (!/^[*+?{]$/.test(sign)) return;
  reader.fail(`there is nothing for ${sign} to repeat; write \\${sign} for the character itself`);
}
