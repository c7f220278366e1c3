import type { Day } from '@taffrail/domain/kernel';
import { Field, type FieldProps } from './field.tsx';
import css from './control.module.css';

interface DayFieldProps extends FieldProps {
  readonly value: Day | undefined;
  readonly onChange: (value: Day | undefined) => void;
  readonly earliest?: Day;
  readonly latest?: Day;
  readonly disabled?: boolean;
}

/** The system's own picker: it knows the locale, the thumb and the keyboard better than a drawn one. */
export function DayField({ label, hint, error, optional, bare, value, onChange, earliest, latest, disabled }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} bare={bare}>
      {(ties) => (
        <input
          {...ties}
          type="date"
          class={css.control}
          value={value ?? ''}
          min={earliest}
          max={latest}
          disabled={disabled}
          onInput={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )}
    </Field>
  );
}
