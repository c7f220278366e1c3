import { type Flaw, parsePattern } from './parse.ts';
import { type Program, programOf, sizeOf } from './program.ts';
import { isFound } from './run.ts';
import { foundIn } from './span.ts';

const LONGEST_PATTERN = 200;
const MOST_INSTRUCTIONS = 2_000;

export interface Pattern {
  /** What it costs for each character of a text. */
  readonly instructions: number;
  isIn(text: string): boolean;
  /** What it finds first in a text, and as much of it as there is. */
  foundIn(text: string): string | undefined;
}

/**
 * A regular expression of the trader's own. It runs on the server among everybody else's work, so it has an engine that is done
 * in a time anybody can know beforehand, whatever the expression; the language's own can take for ever.
 */
export function patternOf(source: string): Pattern | Flaw {
  if (source.length > LONGEST_PATTERN) return { flaw: `a pattern has at most ${LONGEST_PATTERN} characters; this has ${source.length}` };
  const part = parsePattern(source);
  if ('flaw' in part) return part;
  const size = sizeOf(part);
  if (size > MOST_INSTRUCTIONS)
    return { flaw: `this pattern repeats so much that it comes to ${size} steps; the most is ${MOST_INSTRUCTIONS}` };
  const program: Program = programOf(part);
  return { instructions: program.instructions.length, isIn: (text) => isFound(program, text), foundIn: (text) => foundIn(program, text) };
}

export const isFlawed = (pattern: Pattern | Flaw): pattern is Flaw => 'flaw' in pattern;
