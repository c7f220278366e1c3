import { z } from 'zod';
import { type CommandRule, type Refusal, idSchema, isRefusal, isZero, priceSchema } from '../../kernel/index.ts';
import type { Account } from '../account.ts';
import { closingOf } from '../closing.ts';
import { concluded } from '../conclusion.ts';
import { type Draft, draftOf, say } from '../draft.ts';
import { heldOf } from '../fill.ts';
import { withFill } from '../fillRules.ts';
import { legName } from '../leg.ts';
import { MOST_LEGS } from '../limits.ts';
import type { Position } from '../position.ts';
import { refusals } from '../refusals.ts';
import { feesSchema, newFillFrom } from './fillInput.ts';
import { accountOf, accountRef } from './neighbours.ts';

const closingFillSchema = z.strictObject({ fill_id: idSchema, leg_id: idSchema, price: priceSchema, fees: feesSchema });

export const closePositionPayload = z.strictObject({
  fills: z.array(closingFillSchema).max(MOST_LEGS, `a position has at most ${MOST_LEGS} legs`).default([]),
});

export type ClosePosition = z.infer<typeof closePositionPayload>;

/** A plan is given up; an open position is traded out of, every open leg at its price. */
export const closePosition: CommandRule<Position, ClosePosition> = {
  type: 'ClosePosition',
  aggregate: 'position',
  stance: 'edits',
  payload: closePositionPayload,
  reads: ({ state }) => [accountRef(state.account_id)],
  decide: ({ state, payload, occurred_at }, world) => {
    if (state.status === 'closed') return refusals.position_closed({ position_id: state.id });
    let draft: Draft | Refusal = draftOf(state, occurred_at, world);
    for (const closing of payload.fills) {
      if (isRefusal(draft)) return draft;
      draft = withClosingFill(draft, closing, accountOf(world, state));
    }
    if (isRefusal(draft)) return draft;
    if (state.status === 'planned') return say(draft, 'PositionClosed', { reason: 'abandoned', merged_into: null }).facts;
    const legs = openLegNames(draft.position);
    return legs.length > 0 ? refusals.legs_still_open({ legs }) : concluded(draft).facts;
  },
};

function withClosingFill(draft: Draft, wanted: z.infer<typeof closingFillSchema>, account: Account): Draft | Refusal {
  const closing = closingOf(draft.position, wanted.leg_id, undefined, 'A closing fill');
  if (isRefusal(closing)) return closing;
  const fill = newFillFrom({ ...wanted, quantity: closing.quantity }, account, draft.occurred_at);
  return isRefusal(fill) ? fill : withFill(draft, fill, account);
}

function openLegNames({ legs, fills }: Position): readonly string[] {
  return legs.filter((leg) => !isZero(heldOf(fills, leg.id))).map(legName);
}
