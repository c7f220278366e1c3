import { z } from 'zod';
import {
  type CommandRule,
  type DecimalText,
  type Refusal,
  calendarDayOf,
  decimal,
  decimalText,
  idSchema,
  isRefusal,
  priceSchema,
  quantitySchema,
} from '../../kernel/index.ts';
import { moneyIn } from '../amount.ts';
import { type Closing, closingOf } from '../closing.ts';
import { concluded } from '../conclusion.ts';
import { deliverySchema, withDelivery } from '../delivery.ts';
import { draftOf } from '../draft.ts';
import { withFill } from '../fillRules.ts';
import { type Leg, legName } from '../leg.ts';
import { valueAt } from '../payoff.ts';
import type { Position } from '../position.ts';
import { refusals } from '../refusals.ts';
import { feesSchema } from './fillInput.ts';
import { accountOf, accountRef, mergedProblem } from './neighbours.ts';

const settled = z.strictObject({
  leg_id: idSchema,
  fill_id: idSchema,
  /** Contracts; left out for all that are held. */
  quantity: quantitySchema.optional(),
});

export const settleLegPayload = z.discriminatedUnion('how', [
  // No fees here: nobody charges for an option that is worth nothing.
  settled.extend({ how: z.literal('expired') }),
  settled.extend({ how: z.literal('cash_settled'), settlement_price: priceSchema, fees: feesSchema }),
  settled.extend({ how: z.literal('assigned'), delivery: deliverySchema, fees: feesSchema }),
  settled.extend({ how: z.literal('exercised'), delivery: deliverySchema, fees: feesSchema }),
]);

export type SettleLeg = z.infer<typeof settleLegPayload>;

const kinds = { expired: 'expiry', cash_settled: 'settlement', assigned: 'assignment', exercised: 'exercise' } as const;

/** A contract ends otherwise than by a trade. It appends, because the exchange does not ask which version of the position was seen. */
export const settleLeg: CommandRule<Position, SettleLeg> = {
  type: 'SettleLeg',
  aggregate: 'position',
  stance: 'appends',
  payload: settleLegPayload,
  reads: ({ state }) => [accountRef(state.account_id)],
  decide: ({ state, payload, occurred_at }, world) => {
    const account = accountOf(world, state);
    const closing = mergedProblem(state) ?? closingOf(state, payload.leg_id, payload.quantity, 'A settlement');
    if (isRefusal(closing)) return closing;
    const problem = settlementProblem(closing, payload, calendarDayOf(occurred_at, account.zone));
    if (problem) return problem;
    const fees = moneyIn(state.currency, 'fees' in payload ? payload.fees : '0', 'A fee');
    if (isRefusal(fees)) return fees;
    const { fill_id, leg_id, how } = payload;
    const price = settlementPrice(closing.leg, payload);
    const fill = { fill_id, leg_id, price, quantity: closing.quantity, fees, kind: kinds[how], occurred_at };
    const ended = withFill(draftOf(state, occurred_at, world), fill, account);
    const draft = isRefusal(ended) || !('delivery' in payload) ? ended : withDelivery(ended, closing, payload.delivery, account);
    return isRefusal(draft) ? draft : concluded(draft).facts;
  },
};

function settlementProblem({ leg, side }: Closing, { how }: SettleLeg, day: string): Refusal | undefined {
  if (leg.expiry === null) return refusals.nothing_to_settle_against({ leg: legName(leg) });
  if (how !== 'cash_settled' && leg.instrument_type !== 'option') return refusals.not_an_option({ leg: legName(leg), how });
  if (how === 'assigned' && side === 'long') return refusals.assigned_but_long({ leg: legName(leg) });
  if (how === 'exercised' && side === 'short') return refusals.exercised_but_short({ leg: legName(leg) });
  // Assignment and exercise may come early; the end of the contract may not.
  const early = (how === 'expired' || how === 'cash_settled') && day < leg.expiry;
  return early ? refusals.not_expired_yet({ leg: legName(leg), expiry: leg.expiry, day }) : undefined;
}

function settlementPrice(leg: Leg, payload: SettleLeg): DecimalText {
  if (payload.how === 'cash_settled') return decimalText(valueAt(decimal(payload.settlement_price), leg));
  const delivery = 'delivery' in payload ? payload.delivery : undefined;
  return delivery?.into === 'cash' ? decimalText(valueAt(decimal(delivery.settlement_price), leg)) : '0';
}
