import type { Evaluation, Field, Value } from '@taffrail/domain/playbooks';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Writing } from './answering.ts';
import css from './checklist.module.css';
import { FieldRow, type FieldSlot } from './fieldRow.tsx';
import { GradeFoot } from './gradeFoot.tsx';
import { usePress } from './usePress.ts';

interface ChecklistFormProps {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly onAnswer: (key: string, answer: Value | undefined) => void;
  readonly evaluation: Evaluation;
  readonly comments?: FieldSlot;
  readonly evidence?: FieldSlot;
  /** Where rich text is written; without it, plain lines are. */
  readonly writing?: Writing;
  readonly intendedRisk?: string | undefined;
  /** How often somebody tried to submit: from then on what is missing is said as well. */
  readonly tries?: number;
  /** In the foot, under the thumb. */
  readonly actions?: ComponentChildren;
  /** Below the last field. */
  readonly children?: ComponentChildren;
}

/** By key; what a playbook calls its fields may be anything. */
export type Answers = { readonly [key: string]: Value };

/** A playbook to be answered from top to bottom with one thumb. Grade and cap stay in sight. */
export function ChecklistForm(props: ChecklistFormProps) {
  const { fields, answers, onAnswer, evaluation, comments, evidence, writing, intendedRisk, tries = 0, actions, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const afterPress = usePress();
  const [focused, setFocused] = useState<string>();
  const judged = new Map(evaluation.fields.map((each) => [each.key, each]));
  const isWeighed = new Set(fields.map(({ weight }) => weight)).size > 1;
  useEffect(() => {
    const rows = list.current;
    rows?.addEventListener('keydown', goOn);
    return () => rows?.removeEventListener('keydown', goOn);
  }, []);
  useEffect(() => {
    if (tries > 0) goTo(list.current?.querySelector('[data-problem]'));
  }, [tries]);

  return (
    <div class={css.form}>
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
      {children}
      <GradeFoot
        evaluation={evaluation}
        intendedRisk={intendedRisk}
        onNext={() => goTo(list.current?.querySelector('[data-unanswered]'))}
        actions={actions}
      />
    </div>
  );
}

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
