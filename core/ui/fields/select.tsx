import { Icon } from '../icons/icon.tsx';
import { Field, type FieldProps } from './field.tsx';
import css from './control.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps<T extends string> extends FieldProps {
  readonly value: T | undefined;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export function Select<T extends string>({
  label,
  hint,
  error,
  optional,
  bare,
  value,
  choices,
  onChange,
  placeholder,
  disabled,
}: SelectProps<T>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} bare={bare}>
      {(ties) => (
        <span class={css.select}>
          <select
            {...ties}
            class={css.control}
            value={value ?? ''}
            disabled={disabled}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
              if (chosen !== undefined) onChange(chosen.value);
            }}
          >
            {value === undefined && <option value="">{placeholder ?? ''}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </span>
      )}
    </Field>
  );
}
