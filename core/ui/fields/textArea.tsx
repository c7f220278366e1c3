import type { TextareaHTMLAttributes } from 'preact';
import { Field, type FieldProps } from './field.tsx';
import css from './control.module.css';

type Native = Pick<TextareaHTMLAttributes, 'name' | 'placeholder' | 'maxLength' | 'disabled' | 'readOnly' | 'rows' | 'onBlur' | 'ref'>;

interface TextAreaProps extends FieldProps, Native {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Grows with what is written. */
export function TextArea({ label, hint, error, optional, bare, value, onChange, ...native }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} bare={bare}>
      {(ties) => (
        <textarea {...native} {...ties} class={css.control} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
    </Field>
  );
}
