import { z } from 'zod';
import {
  type CommandRule,
  absolute,
  decimal,
  decimalText,
  idSchema,
  isAfter,
  isRefusal,
  negate,
  priceSchema,
  quantitySchema,
  signOf,
} from '../../kernel/index.ts';
import { moneyIn } from '../amount.ts';
import { concluded } from '../conclusion.ts';
import { draftOf } from '../draft.ts';
import { heldOf } from '../fill.ts';
import { withFill } from '../fillRules.ts';
import { legById, legName } from '../leg.ts';
import type { Position } from '../position.ts';
import { refusals } from '../refusals.ts';
import { feesSchema } from './fillInput.ts';
import { accountOf, accountRef, mergedProblem } from './neighbours.ts';

export const transferInPayload = z.strictObject({
  fill_id: idSchema,
  leg_id: idSchema,
  quantity: quantitySchema,
  /** What one unit cost where it came from; null where nobody knows. */
  price: priceSchema.nullable(),
  side: z.enum(['long', 'short']).default('long'),
  fees: feesSchema,
});

export type TransferIn = z.infer<typeof transferInPayload>;

/** Something held elsewhere is now held here. A minus sign never makes it a short: that has to be said in words. */
export const transferIn: CommandRule<Position, TransferIn> = {
  type: 'TransferIn',
  aggregate: 'position',
  stance: 'appends',
  payload: transferInPayload,
  reads: ({ state }) => [accountRef(state.account_id)],
  decide: ({ state, payload: { side, fees: feesText, ...transfer }, occurred_at }, world) => {
    const merged = mergedProblem(state);
    if (merged) return merged;
    const { closed_at } = state;
    if (closed_at !== null && isAfter(occurred_at, closed_at)) return refusals.position_closed_before({ position_id: state.id, closed_at });
    const leg = legById(state.legs, transfer.leg_id);
    if (leg === undefined) return refusals.leg_not_in_position({ leg_id: transfer.leg_id, position_id: state.id });
    const size = decimal(transfer.quantity);
    if (signOf(size) < 0) {
      const instead = 'To move in a short position, say side "short".';
      return refusals.quantity_not_positive({ what: 'A transfer in', quantity: transfer.quantity, instead });
    }
    const quantity = side === 'long' ? size : negate(size);
    const held = heldOf(state.fills, leg.id);
    if (signOf(held) * signOf(quantity) < 0) {
      return refusals.transfer_against_position({ leg: legName(leg), side, held: decimalText(absolute(held)) });
    }
    const fees = moneyIn(state.currency, feesText, 'A fee');
    if (isRefusal(fees)) return fees;
    const fill = { ...transfer, quantity: decimalText(quantity), fees, kind: 'transfer_in' as const, occurred_at };
    const draft = withFill(draftOf(state, occurred_at, world), fill, accountOf(world, state));
    return isRefusal(draft) ? draft : concluded(draft).facts;
  },
};
