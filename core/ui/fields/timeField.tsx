import { Field, type FieldProps } from './field.tsx';
import css from './control.module.css';

interface TimeFieldProps extends FieldProps {
  /** `HH:mm`, or with seconds. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly seconds?: boolean;
  readonly disabled?: boolean;
}

const SECONDS_STEP = 1;
const MINUTES_STEP = 60;

export function TimeField({ label, hint, error, optional, bare, value, onChange, seconds = false, disabled }: TimeFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} bare={bare}>
      {(ties) => (
        <input
          {...ties}
          type="time"
          class={css.control}
          value={value ?? ''}
          step={seconds ? SECONDS_STEP : MINUTES_STEP}
          disabled={disabled}
          onInput={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )}
    </Field>
  );
}
