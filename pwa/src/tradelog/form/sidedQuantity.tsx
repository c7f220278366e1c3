import { decimal, decimalText, negate, type DecimalText } from '@taffrail/domain/kernel';
import { FieldGroup, NumberField, SegmentedControl } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { entry } from '../../words/index.ts';
import css from './form.module.css';

export type Side = 'buy' | 'sell';

export const sides = (['buy', 'sell'] as const).map((value) => ({ value, label: entry.sides[value] }));

/** A keyboard of digits has no minus, so the side is chosen and a quantity has no sign. */
export const signed = (side: Side, size: DecimalText | undefined): DecimalText | undefined =>
  size && (side === 'sell' ? decimalText(negate(decimal(size))) : size);

interface SidedQuantityProps {
  /** Of what it is. */
  readonly label: string;
  readonly value: DecimalText | undefined;
  readonly error: string | undefined;
  readonly onChange: (quantity: DecimalText | undefined) => void;
}

/** Which way and how much of one contract among others. */
export function SidedQuantity({ label, value, error, onChange }: SidedQuantityProps) {
  const [side, setSide] = useState<Side>(value?.startsWith('-') === true ? 'sell' : 'buy');
  const size = value?.replace('-', '');
  return (
    <FieldGroup label={label}>
      <div class={css.sided}>
        <SegmentedControl
          bare
          label={entry.side}
          value={side}
          choices={sides}
          onChange={(chosen) => {
            setSide(chosen);
            onChange(signed(chosen, size));
          }}
        />
        <NumberField bare label={entry.quantity} value={size} error={error} onChange={(given) => onChange(signed(side, given))} />
      </div>
    </FieldGroup>
  );
}
