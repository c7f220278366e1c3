import type { Json } from './json.ts';

/**
 * "No", as a value: a code from a closed set for programs, a sentence for the trader, and the figures it rests on.
 * A refusal is an answer, not an error; errors are for what nobody decided.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: true;
  readonly code: Code;
  readonly sentence: string;
  readonly details: { readonly [key: string]: Json };
}

type Details = { readonly [key: string]: Json };
// `never` for the parameter lets each sentence name exactly the details it needs.
type Sentences = { readonly [code: string]: (details: never) => string };

export type RefusalsOf<T extends Sentences> = {
  readonly [Code in keyof T & string]: Parameters<T[Code]> extends []
    ? () => Refusal<Code>
    : (details: Parameters<T[Code]>[0]) => Refusal<Code>;
};

/** Turns a table of sentences into the refusals of a context: one key, one code, one way to say it. */
export function refusalsFrom<const T extends Sentences>(sentences: T): RefusalsOf<T> {
  const entries = Object.entries(sentences).map(([code, sentence]) => [
    code,
    (details: Details = {}): Refusal => ({
      refused: true,
      code,
      sentence: (sentence as (details: Details) => string)(details),
      details,
    }),
  ]);
  return Object.fromEntries(entries) as RefusalsOf<T>;
}

export function isRefusal<T>(answer: T | Refusal): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && answer.refused;
}
