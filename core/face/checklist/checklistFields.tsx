import type { Evaluation, Field, Value } from '@taffrail/domain/playbooks';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Writing } from './answering.ts';
import css from './checklist.module.css';
import { FieldRow, type FieldSlot } from './fieldRow.tsx';
import { usePress } from './usePress.ts';

export interface ChecklistFieldsProps {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly onAnswer: (key: string, answer: Value | undefined) => void;
  readonly evaluation: Evaluation;
  readonly comments?: FieldSlot;
  readonly evidence?: FieldSlot;
  /** Where rich text is written; without it, plain lines are. */
  readonly writing?: Writing;
  /** How often somebody tried to submit: from then on what is missing is said as well. */
  readonly tries?: number;
}

/** By key; what a playbook calls its fields may be anything. */
export type Answers = { readonly [key: string]: Value };

/** The fields of a playbook, each with what it weighs and what is wrong with its answer. */
export function ChecklistFields(props: ChecklistFieldsProps & { readonly list: RefObject<HTMLOListElement | null> }) {
  const { fields, answers, onAnswer, evaluation, comments, evidence, writing, tries = 0, list } = props;
  const afterPress = usePress();
  const [focused, setFocused] = useState<string>();
  const judged = new Map(evaluation.fields.map((each) => [each.key, each]));
  const isWeighed = new Set(fields.map(({ weight }) => weight)).size > 1;
  useEffect(() => {
    const rows = list.current;
    rows?.addEventListener('keydown', goOn);
    return () => rows?.removeEventListener('keydown', goOn);
  }, [list]);
  useEffect(() => {
    if (tries > 0) goTo(list.current?.querySelector('[data-problem]'));
  }, [list, tries]);

  return (
    <ol ref={list} class={css.fields}>
      {fields.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          answer={Object.hasOwn(answers, field.key) ? answers[field.key] : undefined}
          onAnswer={(answer) => onAnswer(field.key, answer)}
          judged={judged.get(field.key)}
          isWeighed={isWeighed}
          isTried={tries > 0}
          hasFocus={field.key === focused}
          onFocus={() => afterPress(() => setFocused(field.key))}
          onLeave={() => afterPress(() => setFocused((key) => (key === field.key ? undefined : key)))}
          slots={[comments, evidence].filter((slot) => slot !== undefined)}
          writing={writing}
        />
      ))}
    </ol>
  );
}

/** To the first field that has no answer yet. */
export const goToOpenField = (list: HTMLOListElement | null): void => goTo(list?.querySelector('[data-unanswered]'));

/** Enter leads to the next field where the keyboard of a phone says so. */
function goOn(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement) || target.enterKeyHint !== 'next') return;
  event.preventDefault();
  const next = target.closest('li')?.nextElementSibling;
  if (next) goTo(next);
  else target.blur();
}

/** The row in the middle of the screen and the focus in it, where the thumb is already. */
function goTo(row: Element | null | undefined): void {
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('input, select, textarea, [contenteditable="true"]')?.focus({ preventScroll: true });
}
