import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from '../classes.ts';
import { usePartWords } from '../setting/setting.tsx';
import css from './field.module.css';
import { describedBy, Notes } from './notes.tsx';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren | undefined;
  /** What is wrong and what to do; shown in place, read out, and tied to the control. */
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The label is read out but not drawn: for a search box, or a cell whose column names it. */
  readonly bare?: boolean | undefined;
}

/** What ties a control to its label, hint and error. */
export interface ControlTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

export function Field({
  label,
  hint,
  error,
  optional = false,
  bare = false,
  children,
}: FieldProps & { readonly children: (ties: ControlTies) => ComponentChildren }) {
  const words = usePartWords();
  const id = useId();
  return (
    <div class={css.field}>
      <label for={id} class={classes(css.label, bare && 'visually-hidden')}>
        {label}
        {optional && <span class={css.optional}>{words.optional}</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy({ of: id, hint, error }), 'aria-invalid': error === undefined ? undefined : true })}
      <Notes of={id} hint={hint} error={error} />
    </div>
  );
}
