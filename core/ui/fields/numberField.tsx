import type { DecimalText } from '@taffrail/domain/kernel';
import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { classes } from '../classes.ts';
import { readDecimal } from '../format/decimalInput.ts';
import { useFormats, usePartWords } from '../setting/setting.tsx';
import { Field, type FieldProps } from './field.tsx';
import css from './control.module.css';

type Native = Pick<InputHTMLAttributes, 'name' | 'placeholder' | 'required' | 'disabled' | 'autoFocus' | 'enterKeyHint' | 'ref'>;

export interface NumberFieldProps extends FieldProps, Native {
  /** Decimal text, or nothing yet. */
  readonly value: DecimalText | undefined;
  readonly onChange: (value: DecimalText | undefined) => void;
  /** Stands before the figure, such as a currency. */
  readonly prefix?: string;
}

/**
 * Takes a number as it is typed and gives decimal text; never a binary number. What was typed stays as it is while the field has the focus,
 * and what was understood is printed when it is left.
 */
export function NumberField({ label, hint, error, optional, bare, value, onChange, prefix, ...native }: NumberFieldProps) {
  const formats = useFormats();
  const words = usePartWords();
  const [typed, setTyped] = useState<string>();
  const isUnread = typed !== undefined && typed.trim() !== '' && readDecimal(typed, formats.locale) === undefined;
  const shown = typed ?? (value === undefined ? '' : formats.quantity(value));
  const [hasLeft, setLeft] = useState(false);

  const take = (text: string) => {
    setTyped(text);
    setLeft(false);
    onChange(readDecimal(text, formats.locale));
  };
  // What could not be read stays, with its reason, instead of vanishing.
  const leave = () => {
    if (isUnread) setLeft(true);
    else setTyped(undefined);
  };

  return (
    <Field
      label={label}
      hint={hint}
      error={hasLeft && isUnread ? words.notANumber(formats.quantity('1234.5')) : error}
      optional={optional}
      bare={bare}
    >
      {(ties) => (
        <span class={prefix === undefined ? undefined : css.affixed}>
          {prefix !== undefined && (
            <span class={css.affix} aria-hidden>
              {prefix}
            </span>
          )}
          <input
            {...native}
            {...ties}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            class={classes(css.control, css.figure)}
            value={shown}
            onInput={(event) => take(event.currentTarget.value)}
            onBlur={leave}
          />
        </span>
      )}
    </Field>
  );
}
