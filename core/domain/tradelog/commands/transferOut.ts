import { z } from 'zod';
import { type CommandRule, idSchema, isRefusal, quantitySchema } from '../../kernel/index.ts';
import { moneyIn } from '../amount.ts';
import { closingOf } from '../closing.ts';
import { concluded } from '../conclusion.ts';
import { draftOf } from '../draft.ts';
import { withFill } from '../fillRules.ts';
import type { Position } from '../position.ts';
import { feesSchema } from './fillInput.ts';
import { accountOf, accountRef, mergedProblem } from './neighbours.ts';

export const transferOutPayload = z.strictObject({
  fill_id: idSchema,
  leg_id: idSchema,
  /** Left out for all that is held. */
  quantity: quantitySchema.optional(),
  fees: feesSchema,
});

export type TransferOut = z.infer<typeof transferOutPayload>;

/** What is held here is from now on held elsewhere. It leaves at what it cost, first in first out, and earns nothing by leaving. */
export const transferOut: CommandRule<Position, TransferOut> = {
  type: 'TransferOut',
  aggregate: 'position',
  stance: 'appends',
  payload: transferOutPayload,
  reads: ({ state }) => [accountRef(state.account_id)],
  decide: ({ state, payload: { fill_id, leg_id, ...wanted }, occurred_at }, world) => {
    const closing = mergedProblem(state) ?? closingOf(state, leg_id, wanted.quantity, 'A transfer out');
    if (isRefusal(closing)) return closing;
    const fees = moneyIn(state.currency, wanted.fees, 'A fee');
    if (isRefusal(fees)) return fees;
    const fill = { fill_id, leg_id, price: null, quantity: closing.quantity, fees, kind: 'transfer_out' as const, occurred_at };
    const draft = withFill(draftOf(state, occurred_at, world), fill, accountOf(world, state));
    return isRefusal(draft) ? draft : concluded(draft).facts;
  },
};
