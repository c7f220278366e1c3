import { rulesOn } from '@taffrail/domain/discipline';
import { isRefusal, tradingDayOf } from '@taffrail/domain/kernel';
import { known } from '@taffrail/replica';
import { Button, useFormats } from '@taffrail/ui';
import { ticket as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import { type } from './draft.ts';
import css from './plan.module.css';
import { sizeFor } from './size.ts';
import type { Plan } from './usePlan.ts';

/** How much the cap allows, with the stop where it is. */
export function SizeLine({ plan }: { readonly plan: Plan }) {
  const formats = useFormats();
  const { replica } = useBook();
  const { account, sketch, verdict, position, now, about } = plan;
  const rules = known(replica).terms.value?.rules?.state;
  const size = account && rulesOn(rules, tradingDayOf(now, account)).accounts.find(({ account_id }) => account_id === account.id)?.size;
  const risk_pct = verdict?.allowed_risk_pct ?? null;
  const { entry, stop } = sketch;
  if (risk_pct === null) return null;
  if (size === undefined || entry === undefined || stop === undefined) return <p class={css.size}>{words.sizeNeeds}</p>;
  const leg = position === undefined || isRefusal(position) ? undefined : position.legs[0];
  const multiplier = sketch.multiplier ?? leg?.multiplier ?? '1';
  const quantity = sizeFor({ account_size: size.amount, risk_pct, entry, stop, multiplier, most_put_in: verdict?.allowed_size ?? null });
  if (quantity === undefined) return null;
  return (
    <p class={css.size}>
      <span>{words.sizeMeaning(formats.quantity(quantity), formats.percent(risk_pct))}</span>
      {quantity !== sketch.quantity && quantity !== '0' && (
        <Button tone="quiet" onClick={() => type(about, { quantity })}>
          {words.takeSize}
        </Button>
      )}
    </p>
  );
}
