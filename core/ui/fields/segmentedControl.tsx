import { useId } from 'preact/hooks';
import type { FieldProps } from './field.tsx';
import { FieldGroup } from './fieldGroup.tsx';
import type { Choice } from './select.tsx';
import css from './segmentedControl.module.css';

interface SegmentedControlProps<T extends string> extends Omit<FieldProps, 'optional'> {
  readonly value: T | undefined;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** What is chosen is chosen again: where an answer may be taken back. */
  readonly onClear?: (() => void) | undefined;
}

/** One of a few, all in sight. Radio buttons underneath, so arrow keys and forms work as everywhere. */
export function SegmentedControl<T extends string>({ value, choices, onChange, onClear, ...field }: SegmentedControlProps<T>) {
  const name = useId();
  return (
    <FieldGroup {...field}>
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
              onClick={() => choice.value === value && onClear?.()}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
