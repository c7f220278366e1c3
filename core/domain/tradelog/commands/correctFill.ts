import { z } from 'zod';
import { type CommandRule, idSchema, instantSchema, isRefusal, priceSchema, quantitySchema } from '../../kernel/index.ts';
import { amountSchema, moneyIn } from '../amount.ts';
import { concluded, withRiskReworked } from '../conclusion.ts';
import { draftOf, say } from '../draft.ts';
import { fillProblem, liveFillIn } from '../fillRules.ts';
import { legOf } from '../leg.ts';
import type { Position } from '../position.ts';
import { reasonSchema } from '../positionFacts.ts';
import { refusals } from '../refusals.ts';
import { accountOf, accountRef, mergedProblem } from './neighbours.ts';

export const correctFillPayload = z.strictObject({
  fill_id: idSchema,
  price: z.exactOptional(priceSchema),
  quantity: z.exactOptional(quantitySchema),
  fees: z.exactOptional(amountSchema),
  /** When the fill really happened; the command's own time is that of the correction. */
  occurred_at: z.exactOptional(instantSchema),
  reason: reasonSchema,
});

export type CorrectFill = z.infer<typeof correctFillPayload>;

export const correctFill: CommandRule<Position, CorrectFill> = {
  type: 'CorrectFill',
  aggregate: 'position',
  stance: 'edits',
  payload: correctFillPayload,
  reads: ({ state }) => [accountRef(state.account_id)],
  decide: ({ state, payload: { fill_id, reason, fees: feesText, ...changes }, occurred_at }, world) => {
    const fill = mergedProblem(state) ?? liveFillIn(state, fill_id);
    if (isRefusal(fill)) return fill;
    const fees = feesText === undefined ? fill.fees : moneyIn(state.currency, feesText, 'A fee');
    if (isRefusal(fees)) return fees;
    const terms = { price: fill.price, quantity: fill.quantity, occurred_at: fill.occurred_at, ...changes, fees };
    const unchanged = [terms.price === fill.price, terms.quantity === fill.quantity, terms.occurred_at === fill.occurred_at];
    if (unchanged.every(Boolean) && fees.minor === fill.fees.minor) return refusals.nothing_to_change();
    const problem = fillProblem(legOf(state.legs, fill.leg_id), { ...terms, kind: fill.kind }, accountOf(world, state), world.now);
    if (problem) return problem;
    const draft = say(draftOf(state, occurred_at, world), 'FillCorrected', { fill_id, ...terms, reason });
    return concluded(withRiskReworked(draft, 'fill_corrected')).facts;
  },
};
