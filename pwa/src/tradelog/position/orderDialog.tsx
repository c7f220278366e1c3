import {
  asJson,
  decimal,
  decimalText,
  isZero,
  negate,
  tradingDayBounds,
  type Day,
  type DecimalText,
  type Id,
} from '@taffrail/domain/kernel';
import type { Wish } from '@taffrail/replica';
import { DayField, NumberField, Switch, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { contractName, toast, useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import { takeBackEntry } from '../entry/takeBackEntry.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { SidedQuantity } from '../form/sidedQuantity.tsx';
import { nextId, refusalOf } from '../standing.ts';
import css from './position.module.css';
import type { ShownPosition } from './usePosition.ts';

type LegView = ShownPosition['view']['legs'][number];

/** An order that fills this position: out of what is held, unless somebody says otherwise. */
export function OrderDialog({ shown, onClose }: { readonly shown: ShownPosition; readonly onClose: () => void }) {
  const replica = useReplica();
  const formats = useFormats();
  const { legs } = shown.view;
  const [quantities, setQuantities] = useState<ReadonlyMap<Id, DecimalText | undefined>>(
    () => new Map(legs.map((leg) => [leg.id, usualQuantity(leg)])),
  );
  const [isMarket, setMarket] = useState(false);
  const [limit, setLimit] = useState<DecimalText>();
  const [goodUntil, setGoodUntil] = useState<Day>();

  async function place() {
    const { id, account_id, symbol, underlying } = shown.state;
    const ordered = legs.flatMap((leg) => orderedLeg(leg, quantities.get(leg.id), nextId(replica)) ?? []);
    const payload = {
      account_id,
      position_id: id,
      position_template: { symbol, underlying, legs: ordered },
      order_type: isMarket ? 'market' : 'limit',
      limit_price: isMarket ? null : (limit ?? null),
      good_until: goodUntil === undefined ? null : tradingDayBounds(goodUntil, shown.account).ends_at,
    };
    const order: Wish = { type: 'PlaceOrder', aggregate_id: nextId(replica), payload: asJson(payload) };
    const refusal = await refusalOf(replica, order);
    if (refusal === undefined) toast({ text: entry.saved.ordered(symbol), onUndo: () => void takeBackEntry(replica, order) });
    return refusal;
  }

  return (
    <FormDialog title={words.placeOrder} submit={entry.save.ordered} onSubmit={place} onClose={onClose}>
      {(errorAt) => (
        <>
          {legs.map((leg) => (
            <SidedQuantity
              key={leg.id}
              label={contractName(leg, formats)}
              value={quantities.get(leg.id)}
              error={errorAt('quantity')}
              onChange={(quantity) => setQuantities(new Map(quantities).set(leg.id, quantity))}
            />
          ))}
          <Switch label={entry.market} on={isMarket} onChange={setMarket} />
          {!isMarket && <NumberField label={words.limit} value={limit} autoFocus error={errorAt('limit_price')} onChange={setLimit} />}
          <DayField label={entry.goodUntil} optional value={goodUntil} error={errorAt('good_until')} onChange={setGoodUntil} />
          <p class={css.muted}>{words.orderMeaning}</p>
        </>
      )}
    </FormDialog>
  );
}

function usualQuantity({ held_quantity, quantity }: LegView): DecimalText {
  const held = decimal(held_quantity);
  return isZero(held) ? quantity : decimalText(negate(held));
}

function orderedLeg(
  { instrument_type, symbol, expiry, strike, right, multiplier, listed_on }: LegView,
  quantity: DecimalText | undefined,
  id: Id,
) {
  if (quantity === undefined || isZero(decimal(quantity))) return undefined;
  return { id, instrument_type, symbol, expiry, strike, right, multiplier, listed_on, quantity };
}
