import { useId } from 'preact/hooks';
import { classes } from '../classes.ts';
import { useFormats } from '../setting/setting.tsx';
import type { FieldProps } from './field.tsx';
import { FieldGroup } from './fieldGroup.tsx';
import css from './rating.module.css';

interface RatingProps extends Omit<FieldProps, 'optional'> {
  readonly from: number;
  readonly to: number;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  /** The chosen step is chosen again. */
  readonly onClear: () => void;
}

/** How much of something, in steps that a thumb hits. Everything up to the chosen one is filled. */
export function Rating({ from, to, value, onChange, onClear, ...field }: RatingProps) {
  const name = useId();
  const formats = useFormats();
  const steps = Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at);
  return (
    <FieldGroup {...field}>
      <div class={css.steps}>
        {steps.map((step) => (
          <label key={step} class={classes(css.step, value !== undefined && step <= value && css.filled)}>
            <input
              type="radio"
              class="visually-hidden"
              name={name}
              checked={step === value}
              onChange={() => onChange(step)}
              onClick={() => step === value && onClear()}
            />
            <span>{formats.count(step)}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
