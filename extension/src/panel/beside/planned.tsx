import { asJson, calendarDayOf, isRefusal, type DecimalText } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';
import type { PositionRow } from '@taffrail/replica';
import { Button, NumberField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { ticket as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import { toast } from '../toasts.ts';
import css from './beside.module.css';

const MOST_SHOWN = 5;

/** The plans of today that nobody has said anything of since: filled, at what price? Whoever says nothing here links the fill later. */
export function Planned() {
  const { replica } = useBook();
  const rows = [...(replica.rows<PositionRow>('positions').value?.values() ?? [])];
  const { zone } = useFormats();
  const today = calendarDayOf(replica.now(), zone);
  const waiting = rows
    .filter(({ status, created_at }) => status === 'planned' && calendarDayOf(created_at, zone) === today)
    .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))
    .slice(0, MOST_SHOWN);
  if (waiting.length === 0) return null;
  return (
    <section class={css.planned} aria-label={words.planned}>
      <h2>{words.planned}</h2>
      {waiting.map((row) => (
        <FilledForm key={row.id} row={row} />
      ))}
    </section>
  );
}

function FilledForm({ row: { id, symbol } }: { readonly row: PositionRow }) {
  const { replica } = useBook();
  const [price, setPrice] = useState<DecimalText>();

  async function record(): Promise<void> {
    const [leg] = (await replica.state<Position>('position', id))?.state.legs ?? [];
    if (price === undefined || leg === undefined) return;
    const { next } = replica.ground.surroundings.ids;
    const elsewhere = { next_position_id: next(), next_leg_id: next(), next_fill_id: next() };
    const payload = { fill_id: next(), leg_id: leg.id, price, quantity: leg.quantity, ...elsewhere };
    const done = await replica.dispatch({ type: 'RecordFill', aggregate_id: id, payload: asJson(payload) });
    if (isRefusal(done)) toast({ text: done.sentence, tone: 'breach' });
    else toast({ text: words.recorded(symbol) });
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
