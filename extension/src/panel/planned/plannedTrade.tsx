import type { Instant } from '@taffrail/domain/kernel';
import { whenText } from '@taffrail/face';
import { useFormats } from '@taffrail/ui';
import type { PlannedTrade as Trade } from '../../app/index.ts';
import { planned as words } from '../../words/index.ts';
import { FilledForm } from './filledForm.tsx';
import { GiveUp } from './giveUp.tsx';
import css from './planned.module.css';

interface PlannedTradeProps {
  readonly of: Trade;
  readonly now: Instant;
  readonly isOpen: boolean;
}

/** A plan, and what can be said of it: filled so and so, or not traded at all. */
export function PlannedTrade({ of, now, isOpen }: PlannedTradeProps) {
  const formats = useFormats();
  const { symbol, leg, planned_at } = of;
  return (
    <details class={css.trade} open={isOpen}>
      <summary class={css.line}>
        <strong>{symbol}</strong>
        <span>{leg === null ? words.legs : words.trade(leg.side, formats.quantity(leg.quantity))}</span>
        <span class={css.when}>{whenText(planned_at, now, formats)}</span>
      </summary>
      {leg === null ? <p class={css.when}>{words.inTheApp}</p> : <FilledForm of={of} leg={leg} />}
      <GiveUp of={of} />
    </details>
  );
}
