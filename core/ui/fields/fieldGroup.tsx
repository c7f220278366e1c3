import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import css from './field.module.css';
import type { FieldProps } from './field.tsx';

/** What a field is for one control, this is for several that answer one question together. */
export function FieldGroup({
  label,
  hint,
  error,
  bare = false,
  children,
}: Omit<FieldProps, 'optional'> & { readonly children: ComponentChildren }) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  return (
    <fieldset class={classes(css.field, css.group)} aria-describedby={classes(errorId, hintId)}>
      <legend class={classes(css.label, css.legend, bare && 'visually-hidden')}>{label}</legend>
      {children}
      {hint !== undefined && (
        <p id={hintId} class={css.hint}>
          {hint}
        </p>
      )}
      <div aria-live="polite">
        {error !== undefined && (
          <p id={errorId} class={css.error}>
            <Icon name="breach" />
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
