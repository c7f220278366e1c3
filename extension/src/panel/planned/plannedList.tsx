import type { DecimalText } from '@taffrail/domain/kernel';
import { Button, NumberField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { ask, nextId, type OpenBookNow } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import { toast } from '../toasts.ts';
import css from './beside.module.css';

/** The plans of today that nobody has said anything of since: filled, at what price? Whoever says nothing here links the fill later. */
export function Planned() {
  const { planned } = useBook();
  if (planned.length === 0) return null;
  return (
    <section class={css.planned} aria-label={words.planned}>
      <h2>{words.planned}</h2>
      {planned.map((each) => (
        <FilledForm key={each.id} of={each} />
      ))}
    </section>
  );
}

function FilledForm({ of: { id, symbol } }: { readonly of: OpenBookNow['planned'][number] }) {
  const [price, setPrice] = useState<DecimalText>();

  async function record(): Promise<void> {
    if (price === undefined) return;
    const refused = await ask({ kind: 'fill', position_id: id, fill_id: nextId(), price });
    toast(refused === null ? { text: words.recorded(symbol) } : { text: refused.sentence, tone: 'breach' });
  }

  return (
    <form
      class={css.fill}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <NumberField label={words.filledAt(symbol)} value={price} onChange={setPrice} />
      <Button type="submit" disabled={price === undefined}>
        {words.filled}
      </Button>
    </form>
  );
}
