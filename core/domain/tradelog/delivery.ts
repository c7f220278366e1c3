import { z } from 'zod';
import {
  STOCK_MULTIPLIER,
  type DecimalText,
  type Refusal,
  daySchema,
  decimal,
  decimalText,
  idSchema,
  isRefusal,
  multiply,
  negate,
  priceSchema,
  zeroMoney,
} from '../kernel/index.ts';
import type { Account } from './account.ts';
import type { Closing } from './closing.ts';
import { type Draft, say } from './draft.ts';
import { withFill } from './fillRules.ts';
import { type Leg, contractOf, symbolSchema } from './leg.ts';
import { legsProblem } from './legs.ts';
import type { Position } from './position.ts';

/** The leg id is used where no leg of the position holds what is delivered. */
const delivered = z.strictObject({ fill_id: idSchema, leg_id: idSchema, symbol: symbolSchema.optional() });

export const deliverySchema = z.discriminatedUnion('into', [
  z.strictObject({ into: z.literal('cash'), settlement_price: priceSchema }),
  delivered.extend({ into: z.literal('stock') }),
  delivered.extend({ into: z.literal('future'), expiry: daySchema }),
]);

export type Delivery = z.infer<typeof deliverySchema>;

/** What the option turned into changes hands at the strike, in the same position: the trade goes on until that is flat, too. */
export function withDelivery(draft: Draft, { leg: option, side, size }: Closing, delivery: Delivery, account: Account): Draft | Refusal {
  if (delivery.into === 'cash') return draft;
  const buys = (option.right === 'call') === (side === 'long');
  const units = delivery.into === 'stock' ? multiply(decimal(size), decimal(option.multiplier)) : decimal(size);
  const quantity = decimalText(buys ? units : negate(units));
  const wanted = deliveredLeg(draft.position, option, delivery, quantity);
  const existing = draft.position.legs.find((leg) => contractOf(leg) === contractOf(wanted));
  const prepared = existing ? draft : withLeg(draft, wanted);
  if (isRefusal(prepared)) return prepared;
  const fill = {
    fill_id: delivery.fill_id,
    leg_id: (existing ?? wanted).id,
    price: option.strike,
    quantity,
    fees: zeroMoney(account.currency),
    kind: 'delivery' as const,
    occurred_at: draft.occurred_at,
  };
  return withFill(prepared, fill, account);
}

function deliveredLeg({ underlying }: Position, option: Leg, delivery: Exclude<Delivery, { into: 'cash' }>, quantity: DecimalText): Leg {
  const { leg_id: id, into, symbol = underlying } = delivery;
  const terms = { id, instrument_type: into, symbol, strike: null, right: null, quantity, listed_on: null, delivered: true };
  if (delivery.into === 'stock') return { ...terms, expiry: null, multiplier: STOCK_MULTIPLIER };
  // An option on a future delivers one future, so a point of either is worth the same.
  return { ...terms, expiry: delivery.expiry, multiplier: option.multiplier };
}

function withLeg(draft: Draft, leg: Leg): Draft | Refusal {
  return legsProblem([...draft.position.legs, leg]) ?? say(draft, 'PositionAdjusted', { legs_added: [leg] });
}
