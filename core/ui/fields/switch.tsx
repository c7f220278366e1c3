import { useId } from 'preact/hooks';
import css from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Takes effect at once; a checkbox waits for its form. */
export function Switch({ label, hint, on, disabled, onChange }: SwitchProps) {
  const hintId = useId();
  return (
    <label class={css.row}>
      <span class={css.words}>
        {label}
        {hint !== undefined && (
          <span id={hintId} class={css.hint}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        class={css.switch}
        checked={on}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
