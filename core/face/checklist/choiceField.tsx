import { SegmentedControl, Select } from '@taffrail/ui';
import { checklist } from '../words/index.ts';
import type { AnswerProps } from './answering.ts';

/** What stands beside each other on a phone. */
const MOST_BESIDE = 5;
const MOST_LETTERS = 28;

/** A few short options are all in sight and one tap away; more of them, or longer ones, open as a list. */
export function ChoiceField({ field, answer, onAnswer, error }: AnswerProps) {
  const options = field.validation.options ?? [];
  const isShort = options.length <= MOST_BESIDE && options.join('').length <= MOST_LETTERS;
  const given = {
    label: field.label,
    hint: field.help ?? undefined,
    error,
    value: options.find((option) => option === answer),
    choices: options.map((option) => ({ value: option, label: option })),
  };
  if (isShort) return <SegmentedControl {...given} onChange={onAnswer} onClear={() => onAnswer(undefined)} />;
  return (
    <Select
      {...given}
      value={given.value ?? NONE}
      choices={[{ value: NONE, label: checklist.pick }, ...given.choices]}
      onChange={(option) => onAnswer(option === NONE ? undefined : option)}
    />
  );
}

/** No option is empty. */
const NONE = '';
