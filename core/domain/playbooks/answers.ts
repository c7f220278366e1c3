import { type Refusal, type RichText, wordsOf } from '../kernel/index.ts';
import { type Value, answerTo } from './answer.ts';
import type { Field } from './field.ts';
import { MOST_RESPONSE_CHARACTERS } from './limits.ts';
import { refusals } from './refusals.ts';
import { shortened } from './shortened.ts';

interface Given<T> {
  readonly [key: string]: T;
}

/** What was answered, as it is kept, in the order of the fields. Anything missing, wrong or unknown refuses all of it. */
export function readAnswers(fields: readonly Field[], given: Given<unknown>): { [key: string]: Value } | Refusal {
  const unknown = unknownKey(fields, given);
  if (unknown !== undefined) return refusals.field_unknown({ key: shortened(unknown) });
  const values: [string, Value][] = [];
  for (const field of fields) {
    const { value, problem } = answerTo(field, Object.hasOwn(given, field.key) ? given[field.key] : undefined);
    if (problem) return refusals.answer_not_taken({ key: field.key, ...problem });
    if (value !== null) values.push([field.key, value]);
  }
  return Object.fromEntries(values);
}

/** Remarks, without those that say nothing. */
export function readComments(fields: readonly Field[], given: Given<RichText>): { [key: string]: RichText } | Refusal {
  const unknown = unknownKey(fields, given);
  if (unknown !== undefined) return refusals.field_unknown({ key: shortened(unknown) });
  const said = fields.filter(({ key }) => Object.hasOwn(given, key) && wordsOf(given[key] as RichText) !== '');
  const silent = said.find(({ allow_comment }) => !allow_comment);
  if (silent !== undefined) return refusals.comment_not_taken({ key: silent.key, label: silent.label });
  return Object.fromEntries(said.map(({ key }) => [key, given[key] as RichText]));
}

function unknownKey(fields: readonly Field[], given: object): string | undefined {
  const known = new Set(fields.map(({ key }) => key));
  return Object.keys(given).find((key) => !known.has(key));
}

export function sizeProblem(answers: object): Refusal | undefined {
  const { length } = JSON.stringify(answers);
  return length <= MOST_RESPONSE_CHARACTERS ? undefined : refusals.response_too_long({ characters: length });
}
