import type { InputHTMLAttributes } from 'preact';
import { Field, type FieldProps } from './field.tsx';
import css from './control.module.css';

type Native = Pick<
  InputHTMLAttributes,
  | 'name'
  | 'placeholder'
  | 'autocomplete'
  | 'inputMode'
  | 'enterKeyHint'
  | 'maxLength'
  | 'required'
  | 'disabled'
  | 'readOnly'
  | 'autoFocus'
  | 'autoCapitalize'
  | 'spellcheck'
  | 'onBlur'
  | 'onKeyDown'
  | 'onPaste'
  | 'ref'
>;

export interface TextFieldProps extends FieldProps, Native {
  readonly type?: 'text' | 'password' | 'search' | 'email' | 'url';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, hint, error, optional, bare, type = 'text', value, onChange, ...native }: TextFieldProps) {
  const own = { ...native, type } as InputHTMLAttributes;
  return (
    <Field label={label} hint={hint} error={error} optional={optional} bare={bare}>
      {(ties) => <input {...own} {...ties} class={css.control} value={value} onInput={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}
