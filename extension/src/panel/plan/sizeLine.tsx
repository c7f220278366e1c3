import { Button, useFormats } from '@taffrail/ui';
import type { Size } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { type } from './draft.ts';
import css from './plan.module.css';
import type { PlanOnPage } from './planOnPage.ts';

interface SizeLineProps {
  readonly page: PlanOnPage;
  readonly size: Size;
}

/** How much the cap allows, with the stop where it is. */
export function SizeLine({ page: { about, sketch }, size: { risk_pct, quantity } }: SizeLineProps) {
  const formats = useFormats();
  if (quantity === null) return <p class={css.needs}>{words.sizeNeeds}</p>;
  // A grade that allows no risk says so itself.
  if (quantity === '0') return null;
  return (
    <p class={css.size}>
      <span>{words.sizeMeaning(formats.quantity(quantity), formats.percent(risk_pct))}</span>
      {quantity !== sketch.quantity && <Button onClick={() => type(about, { quantity })}>{words.takeSize}</Button>}
    </p>
  );
}
