import { survivesAsNumber } from './jsonNumber.ts';
import { limits } from './limits.ts';

/** Where a text stops being acceptable JSON, and why. */
export interface Flaw {
  readonly at: number;
  readonly problem: string;
}

/** Names that reach an object's prototype in careless code: nothing of ours is called so, hence refused for everyone. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Bracket {
  readonly close: '}' | ']';
  /** The names an object has so far. */
  readonly names?: Set<string>;
}

type Expected = 'first' | 'item' | 'next';

/** One pass from left to right that keeps its own stack, so that no text, however deep, can exhaust the machine's. */
export function findFlaw(text: string): Flaw | undefined {
  const open: Bracket[] = [];
  let expected: Expected = 'item';
  let at = skipBlank(text, 0);

  for (; at < text.length; at = skipBlank(text, at)) {
    const inside = open.at(-1);
    const char = text.charAt(at);
    if (expected !== 'item' && char === inside?.close) {
      open.pop();
      expected = 'next';
      at += 1;
    } else if (expected === 'next') {
      if (!inside) return { at, problem: 'something follows the end of the value' };
      if (char !== ',') return { at, problem: `a comma or ${inside.close} is expected` };
      expected = 'item';
      at += 1;
    } else {
      const start = inside?.names ? scanName(text, at, inside.names) : at;
      if (typeof start !== 'number') return start;
      const bracket = openingAt(text, start);
      if (bracket && open.length === limits.bodyDepth)
        return { at: start, problem: `the nesting is deeper than ${limits.bodyDepth} levels` };
      if (bracket) open.push(bracket);
      const end = bracket ? start + 1 : scanPlain(text, start);
      if (typeof end !== 'number') return end;
      expected = bracket ? 'first' : 'next';
      at = end;
    }
  }
  return expected === 'next' && open.length === 0 ? undefined : { at, problem: 'the text ends too early' };
}

function openingAt(text: string, at: number): Bracket | undefined {
  if (text[at] === '{') return { close: '}', names: new Set() };
  return text[at] === '[' ? { close: ']' } : undefined;
}

/** A name, its uniqueness, the colon behind it: leads to where the value begins. */
function scanName(text: string, at: number, names: Set<string>): number | Flaw {
  if (text[at] !== '"') return { at, problem: 'a name in double quotes is expected' };
  const end = scanText(text, at);
  if (typeof end !== 'number') return end;
  const quoted = text.slice(at, end);
  const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (FORBIDDEN_NAMES.has(name)) return { at, problem: `the name ${name} is not allowed` };
  if (names.has(name)) return { at, problem: 'a name occurs twice in one object' };
  names.add(name);
  const colon = skipBlank(text, end);
  return text[colon] === ':' ? skipBlank(text, colon + 1) : { at: colon, problem: 'a colon is expected' };
}

function scanPlain(text: string, at: number): number | Flaw {
  const char = text.charAt(at);
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
    const end = code === BACKSLASH ? endOf(escape, text, at) : at + 1;
    if (end === undefined) return { at, problem: 'an escape is not a whole character' };
    at = end;
  }
  return { at, problem: 'the text ends too early' };
}

// UTF-16 writes characters beyond the basic plane as a high and a low half; one half alone is no character.
const escape = /\\(?:["\\/bfnrt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})/y;

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
