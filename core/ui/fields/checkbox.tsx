import { useId } from 'preact/hooks';
import { classes } from '../classes.ts';
import css from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  /** Some of what it stands for is chosen. */
  readonly partly?: boolean;
  /** The label is read out but not drawn: in a row of a table. */
  readonly bare?: boolean;
  /** All of its row is to be tapped: in a checklist. */
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, hint, checked, partly = false, bare = false, wide = false, disabled, onChange }: CheckboxProps) {
  const hintId = useId();
  return (
    <label class={classes(css.checkbox, wide && css.wide)}>
      <input
        type="checkbox"
        class={css.box}
        checked={checked}
        indeterminate={partly}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={bare ? 'visually-hidden' : css.words}>
        {label}
        {hint !== undefined && (
          <span id={hintId} class={css.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
