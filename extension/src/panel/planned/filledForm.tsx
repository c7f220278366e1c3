import type { DecimalText } from '@taffrail/domain/kernel';
import { Button, NumberField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { ask, nextId, type PlannedTrade } from '../../app/index.ts';
import { planned as words } from '../../words/index.ts';
import { toast } from '../toasts.ts';
import css from './planned.module.css';

interface FilledFormProps {
  readonly of: PlannedTrade;
  readonly leg: NonNullable<PlannedTrade['leg']>;
}

/** How much was filled, which is mostly what was planned, and at what price. */
export function FilledForm({ of: { id, symbol }, leg }: FilledFormProps) {
  const [quantity, setQuantity] = useState<DecimalText | undefined>(leg.quantity);
  const [price, setPrice] = useState<DecimalText>();

  async function record(): Promise<void> {
    if (quantity === undefined || price === undefined) return;
    const refused = await ask({ kind: 'fill', position_id: id, fill_id: nextId(), quantity, price });
    toast(refused === null ? { text: words.recorded(symbol) } : { text: refused.sentence, tone: 'breach' });
  }

  return (
    <form
      class={css.fill}
      aria-label={symbol}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <NumberField label={words.quantity} value={quantity} onChange={setQuantity} />
      <NumberField label={words.price} value={price} onChange={setPrice} />
      <Button type="submit" disabled={quantity === undefined || price === undefined}>
        {words.filled}
      </Button>
    </form>
  );
}
