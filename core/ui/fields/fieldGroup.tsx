import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from '../classes.ts';
import css from './field.module.css';
import type { FieldProps } from './field.tsx';
import { describedBy, Notes } from './notes.tsx';

/** What a field is for one control, this is for several that answer one question together. */
export function FieldGroup({
  label,
  hint,
  error,
  bare = false,
  children,
}: Omit<FieldProps, 'optional'> & { readonly children: ComponentChildren }) {
  const id = useId();
  return (
    <fieldset class={classes(css.field, css.group)} aria-describedby={describedBy({ of: id, hint, error })}>
      <legend class={classes(css.label, css.legend, bare && 'visually-hidden')}>{label}</legend>
      {children}
      <Notes of={id} hint={hint} error={error} />
    </fieldset>
  );
}
