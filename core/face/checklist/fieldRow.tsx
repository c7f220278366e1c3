import type { Evaluation, Field, Value } from '@taffrail/domain/playbooks';
import { classes, IconButton, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { checklist } from '../words/index.ts';
import css from './checklist.module.css';
import { AnswerField } from './answerField.tsx';
import type { Writing } from './answering.ts';

/** What can be said about a field beside its answer. */
export interface FieldSlot {
  /** How much there is for the field of this key. */
  readonly count: (key: string) => number;
  readonly draw: (field: Field) => ComponentChildren;
}

export type JudgedField = Evaluation['fields'][number];

interface FieldRowProps {
  readonly field: Field;
  readonly answer: Value | undefined;
  readonly onAnswer: (answer: Value | undefined) => void;
  readonly judged: JudgedField | undefined;
  readonly isWeighed: boolean;
  readonly isTried: boolean;
  readonly hasFocus: boolean;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
  readonly slots: readonly FieldSlot[];
  readonly writing: Writing | undefined;
}

export function FieldRow({ field, answer, onAnswer, judged, isWeighed, isTried, hasFocus, slots, writing, ...row }: FieldRowProps) {
  const problem = judged?.problem ?? undefined;
  // What is merely not there yet is no mistake, and neither is what is still being typed.
  const isShown = problem !== undefined && (isTried || (problem.rule !== 'required' && !hasFocus));
  return (
    <li
      class={css.row}
      data-unanswered={judged?.answered === false ? '' : undefined}
      data-problem={problem === undefined ? undefined : ''}
      onFocusIn={row.onFocus}
      onFocusOut={row.onLeave}
    >
      <div class={css.answer}>
        <AnswerField field={field} answer={answer} onAnswer={onAnswer} error={isShown ? problem.sentence : undefined} writing={writing} />
      </div>
      {isWeighed && <Weight weight={field.weight} />}
      {slots.length > 0 && <More field={field} slots={slots} />}
    </li>
  );
}

function Weight({ weight }: { readonly weight: string }) {
  const formats = useFormats();
  const figure = formats.quantity(weight);
  const meaning = weight === '0' ? checklist.uncounted : checklist.weighsMeaning(figure);
  return (
    <span class={css.weight} title={meaning}>
      <span aria-hidden>{checklist.weighs(figure)}</span>
      <span class="visually-hidden">{meaning}</span>
    </span>
  );
}

/** Comment and evidence, out of the way until they are wanted. */
function More({ field, slots }: { readonly field: Field; readonly slots: readonly FieldSlot[] }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const formats = useFormats();
  const count = slots.reduce((sum, slot) => sum + slot.count(field.key), 0);
  return (
    <>
      <span class={classes(css.more, count > 0 && css.held)}>
        <IconButton
          icon="comment"
          label={count > 0 ? checklist.moreHeld(field.label, formats.count(count)) : checklist.more(field.label)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        />
      </span>
      <div id={id} class={css.slots} hidden={!isOpen}>
        {isOpen && slots.map((slot) => slot.draw(field))}
      </div>
    </>
  );
}
