import { decimal, decimalText, negate } from '@taffrail/domain/kernel';
import { Button, IconButton, NumberField } from '@taffrail/ui';
import { entry as words } from '../../words/index.ts';
import { WhenField } from '../form/whenField.tsx';
import { emptyFill, isSale, type DraftFill, type DraftLeg } from './draft.ts';
import css from './entry.module.css';
import type { Entry } from './useEntry.ts';

interface MoreFillsProps {
  readonly entry: Entry;
  readonly leg: DraftLeg;
  readonly onChange: (leg: DraftLeg) => void;
}

/** An order often fills in parts, each at a price and a time of its own. */
export function MoreFills({ entry: { now, account, ids }, leg, onChange }: MoreFillsProps) {
  const { more_fills } = leg;
  const isSold = isSale(leg);
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
          <div class={css.fillTime}>
            <WhenField
              label={words.fillTime(place + 2)}
              unsaid={words.withTheFirst}
              value={fill.occurred_at}
              now={now}
              account={account}
              onChange={(occurred_at) => change(place, { occurred_at })}
            />
          </div>
        </div>
      ))}
      <Button tone="quiet" icon="add" onClick={() => onChange({ ...leg, more_fills: [...more_fills, emptyFill(ids())] })}>
        {words.addFill}
      </Button>
    </>
  );
}
