import type { Evaluation } from '@taffrail/domain/playbooks';
import { IconButton, useFormats } from '@taffrail/ui';
import { checklist } from '../words/index.ts';
import css from './checklist.module.css';

interface AnsweredSoFarProps {
  readonly evaluation: Evaluation;
  readonly onNext: () => void;
}

/** How many fields have an answer, and the way to the next one that has none. */
export function AnsweredSoFar({ evaluation: { fields }, onNext }: AnsweredSoFarProps) {
  const formats = useFormats();
  const answered = fields.filter((field) => field.answered).length;
  return (
    <>
      <span class={css.progress}>{checklist.answered(formats.count(answered), formats.count(fields.length))}</span>
      {answered < fields.length && <IconButton icon="down" label={checklist.nextOpen} onClick={onNext} />}
    </>
  );
}
