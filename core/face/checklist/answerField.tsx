import { richTextOf, wordsOf } from '@taffrail/domain/kernel';
import type { FieldType } from '@taffrail/domain/playbooks';
import { NumberField, Rating, TextArea, TextField } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerProps, Writing } from './answering.ts';
import { ChoiceField } from './choiceField.tsx';
import { YesField } from './yesField.tsx';

interface AnswerFieldProps extends AnswerProps {
  readonly writing: Writing | undefined;
}

/** The control that a field of its type is answered with. */
export function AnswerField({ writing, ...props }: AnswerFieldProps) {
  if (props.field.type === 'rich_text' && writing !== undefined) return writing(props.field, props.error);
  const Control = controls[props.field.type];
  return <Control {...props} />;
}

const controls: { readonly [Type in FieldType]: (props: AnswerProps) => ComponentChildren } = {
  boolean: YesField,
  select: ChoiceField,
  number: FigureField,
  text: WordsField,
  rating: RatingField,
  rich_text: LinesField,
};

function FigureField({ field, answer, onAnswer, error }: AnswerProps) {
  return (
    <NumberField
      label={field.label}
      hint={field.help ?? undefined}
      error={error}
      enterKeyHint="next"
      value={typeof answer === 'string' ? answer : undefined}
      onChange={onAnswer}
    />
  );
}

function WordsField({ field, answer, onAnswer, error }: AnswerProps) {
  return (
    <TextField
      label={field.label}
      hint={field.help ?? undefined}
      error={error}
      autocomplete="off"
      enterKeyHint="next"
      value={typeof answer === 'string' ? answer : ''}
      onChange={(text) => onAnswer(text === '' ? undefined : text)}
    />
  );
}

function RatingField({ field, answer, onAnswer, error }: AnswerProps) {
  const { min, max } = field.validation;
  return (
    <Rating
      label={field.label}
      hint={field.help ?? undefined}
      error={error}
      from={Number(min)}
      to={Number(max)}
      value={typeof answer === 'string' ? Number(answer) : undefined}
      onChange={(step) => onAnswer(String(step))}
      onClear={() => onAnswer(undefined)}
    />
  );
}

/** Rich text where there is no page to write on: its words alone. */
function LinesField({ field, answer, onAnswer, error }: AnswerProps) {
  const [typed, setTyped] = useState(typeof answer === 'object' ? wordsOf(answer) : '');
  return (
    <TextArea
      label={field.label}
      hint={field.help ?? undefined}
      error={error}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onAnswer(text.trim() === '' ? undefined : richTextOf(text));
      }}
    />
  );
}
