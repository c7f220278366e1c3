import { decimal, decimalText, negate, type Id } from '@taffrail/domain/kernel';
import { Button, IconButton, NumberField } from '@taffrail/ui';
import { entry as words } from '../../words/index.ts';
import type { DraftFill, DraftLeg } from './draft.ts';
import css from './entry.module.css';

interface MoreFillsProps {
  readonly leg: DraftLeg;
  readonly isSold: boolean;
  readonly nextId: () => Id;
  readonly onChange: (leg: DraftLeg) => void;
}

/** An order often fills in parts, each at a price of its own. */
export function MoreFills({ leg, isSold, nextId, onChange }: MoreFillsProps) {
  const { more_fills } = leg;
  const change = (place: number, part: Partial<DraftFill>) =>
    onChange({ ...leg, more_fills: more_fills.map((fill, at) => (at === place ? { ...fill, ...part } : fill)) });
  return (
    <>
      {more_fills.map((fill, place) => (
        <div key={fill.id} class={css.fill}>
          <NumberField
            bare
            label={words.fillQuantity(place + 2)}
            placeholder={words.quantity}
            value={fill.quantity?.replace('-', '')}
            onChange={(size) => change(place, { quantity: size && (isSold ? decimalText(negate(decimal(size))) : size) })}
          />
          <NumberField
            bare
            label={words.fillPrice(place + 2)}
            placeholder={words.price}
            value={fill.price}
            onChange={(price) => change(place, { price })}
          />
          <IconButton
            icon="close"
            label={words.removeFill(place + 2)}
            onClick={() => onChange({ ...leg, more_fills: more_fills.filter((_, at) => at !== place) })}
          />
        </div>
      ))}
      <Button
        tone="quiet"
        icon="add"
        onClick={() => onChange({ ...leg, more_fills: [...more_fills, { id: nextId(), quantity: undefined, price: undefined }] })}
      >
        {words.addFill}
      </Button>
    </>
  );
}
