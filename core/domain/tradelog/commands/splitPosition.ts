import { z } from 'zod';
import { type CommandRule, idSchema } from '../../kernel/index.ts';
import { concluded } from '../conclusion.ts';
import { draftOf, draftOfNew, say } from '../draft.ts';
import { liveFills } from '../fill.ts';
import { legById } from '../leg.ts';
import { mostLegsSentence } from '../legs.ts';
import { MOST_LEGS } from '../limits.ts';
import { moved, splitOff } from '../moving.ts';
import type { Position } from '../position.ts';
import { refusals } from '../refusals.ts';
import { freePositionId, mergedProblem, positionRef } from './neighbours.ts';

export const splitPositionPayload = z.strictObject({
  leg_ids: z.array(idSchema).min(1, 'name at least one leg').max(MOST_LEGS, mostLegsSentence),
  position_id: idSchema,
});

export type SplitPosition = z.infer<typeof splitPositionPayload>;

/** Some legs, with everything that traded in them, become a trade of their own. */
export const splitPosition: CommandRule<Position, SplitPosition> = {
  type: 'SplitPosition',
  aggregate: 'position',
  stance: 'edits',
  payload: splitPositionPayload,
  reads: ({ payload }) => [positionRef(payload.position_id)],
  decide: ({ state, payload: { leg_ids, position_id }, occurred_at }, world) => {
    const refusal = mergedProblem(state) ?? freePositionId(world, position_id);
    if (refusal) return refusal;
    const unknown = leg_ids.find((id) => legById(state.legs, id) === undefined);
    if (unknown !== undefined) return refusals.leg_not_in_position({ leg_id: unknown, position_id: state.id });
    const leaving = state.legs.filter((leg) => leg_ids.includes(leg.id));
    if (leaving.length === state.legs.length) return refusals.split_takes_everything();
    const fills = liveFills(state.fills).filter((fill) => leg_ids.includes(fill.leg_id));
    const moves = fills.map((fill) => ({ fill, leg_id: fill.leg_id }));
    const created = draftOfNew(position_id, splitOff(state, leaving), occurred_at, world);
    const { from, to } = moved(draftOf(state, occurred_at, world), created, moves);
    const rest = say(from, 'PositionAdjusted', { legs_removed: leaving.map((leg) => leg.id) });
    return [...concluded(rest).facts, ...concluded(to).facts];
  },
};
