import { Checkbox, SegmentedControl } from '@taffrail/ui';
import { checklist } from '../words/index.ts';
import type { AnswerProps } from './answering.ts';

const choices = [
  { value: 'yes', label: checklist.yes },
  { value: 'no', label: checklist.no },
] as const;

/** What holds is ticked. Where an answer is asked for, no is one too, and nothing ticked would not be. */
export function YesField({ field, answer, onAnswer, error }: AnswerProps) {
  if (!field.required) {
    return (
      <Checkbox
        wide
        label={field.label}
        hint={field.help ?? undefined}
        checked={answer === true}
        onChange={(isTicked) => onAnswer(isTicked ? true : undefined)}
      />
    );
  }
  return (
    <SegmentedControl
      label={field.label}
      hint={field.help ?? undefined}
      error={error}
      value={typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : undefined}
      choices={choices}
      onChange={(value) => onAnswer(value === 'yes')}
      onClear={() => onAnswer(undefined)}
    />
  );
}
