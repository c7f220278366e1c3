import { z } from 'zod';
import { type CommandRule, idSchema, isRefusal } from '../../kernel/index.ts';
import { concluded } from '../conclusion.ts';
import { draftOf, draftOfNew } from '../draft.ts';
import { liveFillsIn } from '../fillRules.ts';
import { MOST_FILLS } from '../limits.ts';
import { arranged, moved, splitOff, withoutEmptiedLegs } from '../moving.ts';
import type { Position } from '../position.ts';
import { fillIdsSchema } from './attachFills.ts';
import { freePositionId, mergedProblem, positionRef } from './neighbours.ts';

export const detachFillsPayload = z.strictObject({
  fill_ids: fillIdsSchema,
  /** The new position, and its legs: as many ids as there are fills is always enough. */
  position_id: idSchema,
  leg_ids: z.array(idSchema).max(MOST_FILLS),
});

export type DetachFills = z.infer<typeof detachFillsPayload>;

/** Fills that do not belong to this trade become a trade of their own. */
export const detachFills: CommandRule<Position, DetachFills> = {
  type: 'DetachFills',
  aggregate: 'position',
  stance: 'edits',
  payload: detachFillsPayload,
  reads: ({ payload }) => [positionRef(payload.position_id)],
  decide: ({ state, payload, occurred_at }, world) => {
    const fills = mergedProblem(state) ?? freePositionId(world, payload.position_id) ?? liveFillsIn(state, payload.fill_ids);
    if (isRefusal(fills)) return fills;
    const arrangement = arranged(state, fills, [], payload.leg_ids);
    if (isRefusal(arrangement)) return arrangement;
    const { moves, legs_added } = arrangement;
    const created = draftOfNew(payload.position_id, splitOff(state, legs_added), occurred_at, world);
    const { from, to } = moved(draftOf(state, occurred_at, world), created, moves);
    return [...concluded(withoutEmptiedLegs(from, moves)).facts, ...concluded(to).facts];
  },
};
