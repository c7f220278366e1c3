import type { Refusal } from '@taffrail/domain/kernel';

/** What is wrong with a setting, by the path that the settings have it at. */
export type ErrorAt = (path: string) => string | undefined;

export function errorsOf(refusal: Refusal | undefined): ErrorAt {
  const at = placeOf(refusal);
  return (path) => (at === undefined || at !== path ? undefined : sentenceOf(refusal));
}

export function placeOf(refusal: Refusal | undefined): string | undefined {
  const at = refusal?.code === 'invalid_input' ? refusal.details['at'] : undefined;
  return typeof at === 'string' && at !== '' ? at : undefined;
}

/** Beside its field, the path says nothing. */
export function sentenceOf(refusal: Refusal | undefined): string | undefined {
  if (refusal?.code !== 'invalid_input') return refusal?.sentence;
  const { problem } = refusal.details;
  return typeof problem === 'string' ? `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.` : refusal.sentence;
}
