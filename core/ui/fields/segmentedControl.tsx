import { useId } from 'preact/hooks';
import { classes } from '../classes.ts';
import type { Choice } from './select.tsx';
import css from './segmentedControl.module.css';

interface SegmentedControlProps<T extends string> {
  readonly label: string;
  readonly bare?: boolean;
  readonly value: T | undefined;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. Radio buttons underneath, so arrow keys and forms work as everywhere. */
export function SegmentedControl<T extends string>({ label, bare = false, value, choices, onChange }: SegmentedControlProps<T>) {
  const name = useId();
  return (
    <fieldset class={css.group}>
      <legend class={classes(css.label, bare && 'visually-hidden')}>{label}</legend>
      <div class={css.segments}>
        {choices.map((choice) => (
          <label key={choice.value} class={css.segment}>
            <input
              type="radio"
              class="visually-hidden"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
