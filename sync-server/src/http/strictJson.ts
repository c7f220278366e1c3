import type { Json, Refusal } from '@taffrail/domain/kernel';
import { limits } from './limits.ts';
import { httpRefusals } from './refusals.ts';
import { survivesAsNumber } from './jsonNumber.ts';

/** Where a text stops being acceptable, and why. */
interface Flaw {
  readonly at: number;
  readonly problem: string;
}

/** Names that reach an object's prototype in careless code: nothing of ours is called so, hence refused for everyone. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * JSON.parse, less what it lets pass silently: repeated names, numbers it rounds, half characters, any depth.
 * One pass that does not recurse judges the text first, so the parse that follows cannot fail.
 */
export function readJson(bytes: Uint8Array): { readonly value: Json } | Refusal {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return httpRefusals.malformed_json({ line: 1, column: 1, problem: 'the bytes are not UTF-8' });
  }
  const flaw = findFlaw(text);
  if (flaw) return httpRefusals.malformed_json({ ...placeOf(text, flaw.at), problem: flaw.problem });
  return { value: JSON.parse(text) as Json };
}

type Expected = 'value' | 'first value' | 'name' | 'first name' | 'next';

function findFlaw(text: string): Flaw | undefined {
  // One entry for each open bracket: the names so far in an object, null in an array.
  const open: (Set<string> | null)[] = [];
  let expected: Expected = 'value';
  let at = 0;

  for (;;) {
    at = skipBlank(text, at);
    const char = text[at];
    if (char === undefined) return expected === 'next' && open.length === 0 ? undefined : { at, problem: 'the text ends too early' };

    if (expected === 'next') {
      const names = open.at(-1);
      if (names === undefined) return { at, problem: 'something follows the end of the value' };
      if (char === ',') expected = names ? 'name' : 'value';
      else if (char === (names ? '}' : ']')) open.pop();
      else return { at, problem: `a comma or ${names ? '}' : ']'} is expected` };
      at += 1;
    } else if ((expected === 'first name' && char === '}') || (expected === 'first value' && char === ']')) {
      open.pop();
      expected = 'next';
      at += 1;
    } else if (expected === 'name' || expected === 'first name') {
      const end = scanName(text, at, open.at(-1)!);
      if (typeof end !== 'number') return end;
      expected = 'value';
      at = end;
    } else if (char === '{' || char === '[') {
      if (open.length === limits.bodyDepth) return { at, problem: `the nesting is deeper than ${limits.bodyDepth} levels` };
      open.push(char === '{' ? new Set() : null);
      expected = char === '{' ? 'first name' : 'first value';
      at += 1;
    } else {
      const end = scanPlain(text, at, char);
      if (typeof end !== 'number') return end;
      expected = 'next';
      at = end;
    }
  }
}

/** A name, its uniqueness, and the colon behind it. */
function scanName(text: string, at: number, names: Set<string>): number | Flaw {
  if (text[at] !== '"') return { at, problem: 'a name in double quotes is expected' };
  const end = scanText(text, at);
  if (typeof end !== 'number') return end;
  const quoted = text.slice(at, end);
  const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (FORBIDDEN_KEYS.has(name)) return { at, problem: `the name ${name} is not allowed` };
  if (names.has(name)) return { at, problem: 'a name occurs twice in one object' };
  names.add(name);
  const colon = skipBlank(text, end);
  return text[colon] === ':' ? colon + 1 : { at: colon, problem: 'a colon is expected' };
}

function scanPlain(text: string, at: number, char: string): number | Flaw {
  if (char === '"') return scanText(text, at);
  if (char === '-' || (char >= '0' && char <= '9')) return scanNumber(text, at);
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return at + word.length;
  return { at, problem: char === '\uFEFF' ? 'a byte order mark is in the way' : 'a value is expected' };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

function scanText(text: string, start: number): number | Flaw {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < FIRST_PRINTABLE) return { at, problem: 'a control character is not escaped' };
    if (code === BACKSLASH) {
      const end = scanEscape(text, at);
      if (typeof end !== 'number') return end;
      at = end;
    } else {
      at += 1;
    }
  }
  return { at, problem: 'the text ends too early' };
}

const simpleEscape = /\\["\\/bfnrt]/y;
// UTF-16 writes characters beyond the basic plane as a high and a low half; one half alone is no character.
const characterEscape = /\\u(?:(?![dD][89a-fA-F])[0-9a-fA-F]{4}|[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})/y;

function scanEscape(text: string, at: number): number | Flaw {
  return endOf(simpleEscape, text, at) ?? endOf(characterEscape, text, at) ?? { at, problem: 'an escape is not a whole character' };
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function scanNumber(text: string, at: number): number | Flaw {
  const end = endOf(number, text, at);
  if (end === undefined) return { at, problem: 'a number is not complete' };
  if (survivesAsNumber(text.slice(at, end))) return end;
  return { at, problem: 'a number is larger or finer than a computer number keeps exactly; write it as text, in quotes' };
}

function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
