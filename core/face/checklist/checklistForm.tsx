import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import css from './checklist.module.css';
import { ChecklistFields, type ChecklistFieldsProps, goToOpenField } from './checklistFields.tsx';
import { GradeFoot } from './gradeFoot.tsx';

interface ChecklistFormProps extends ChecklistFieldsProps {
  readonly intendedRisk?: string | undefined;
  /** In the foot, under the thumb. */
  readonly actions?: ComponentChildren;
  /** Below the last field. */
  readonly children?: ComponentChildren;
}

/** A playbook to be answered from top to bottom with one thumb. Grade and cap stay in sight. */
export function ChecklistForm({ intendedRisk, actions, children, ...answering }: ChecklistFormProps) {
  const list = useRef<HTMLOListElement>(null);
  return (
    <div class={css.form}>
      <ChecklistFields {...answering} list={list} />
      {children}
      <GradeFoot
        evaluation={answering.evaluation}
        intendedRisk={intendedRisk}
        onNext={() => goToOpenField(list.current)}
        actions={actions}
      />
    </div>
  );
}
