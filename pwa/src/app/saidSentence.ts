import type { Refusal } from '@taffrail/domain/kernel';
import type { Formats } from '@taffrail/ui';
import { waiting as words } from '../words/index.ts';

/** A refusal as a trader reads it: without versions, which nobody here has counted. */
export function saidSentence({ code, sentence }: Pick<Refusal, 'code' | 'sentence'>, formats: Formats): string {
  if (code === 'version_conflict') return words.changedElsewhere;
  return formats.sentence(sentence);
}
