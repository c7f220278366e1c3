import { z } from 'zod';
import { type CommandRule, idSchema, isRefusal, kernelRefusals } from '../../kernel/index.ts';
import { concluded } from '../conclusion.ts';
import { draftOf, say } from '../draft.ts';
import { liveFillsIn } from '../fillRules.ts';
import { MOST_FILLS } from '../limits.ts';
import { arranged, moveProblem, moved, withoutEmptiedLegs } from '../moving.ts';
import type { Position } from '../position.ts';
import { mergedProblem, positionRef } from './neighbours.ts';

export const fillIdsSchema = z
  .array(idSchema)
  .min(1, 'name at least one fill')
  .max(MOST_FILLS, `a position has at most ${MOST_FILLS} fills`);

export const attachFillsPayload = z.strictObject({
  from_position_id: idSchema,
  fill_ids: fillIdsSchema,
  /** For legs that have to be added here; as many as there are fills is always enough. */
  spare_leg_ids: z.array(idSchema).max(MOST_FILLS).default([]),
});

export type AttachFills = z.infer<typeof attachFillsPayload>;

/** Fills that were filed under another position belong to this one, as when a statement arrives before its plan is found. */
export const attachFills: CommandRule<Position, AttachFills> = {
  type: 'AttachFills',
  aggregate: 'position',
  stance: 'edits',
  payload: attachFillsPayload,
  reads: ({ payload }) => [positionRef(payload.from_position_id)],
  decide: ({ state, payload, occurred_at }, world) => {
    const other = world.read<Position>('position', payload.from_position_id);
    if (other === undefined) return kernelRefusals.not_found({ noun: 'position', id: payload.from_position_id });
    const fills = mergedProblem(state) ?? mergedProblem(other) ?? liveFillsIn(other, payload.fill_ids);
    if (isRefusal(fills)) return fills;
    const arrangement = arranged(other, fills, state.legs, payload.spare_leg_ids);
    if (isRefusal(arrangement)) return arrangement;
    const { moves, legs_added } = arrangement;
    const problem = moveProblem(other, state, moves);
    if (problem) return problem;
    const here = draftOf(state, occurred_at, world);
    const ready = legs_added.length === 0 ? here : say(here, 'PositionAdjusted', { legs_added: [...legs_added] });
    const { from, to } = moved(draftOf(other, occurred_at, world), ready, moves);
    return [...concluded(withoutEmptiedLegs(from, moves)).facts, ...concluded(to).facts];
  },
};
