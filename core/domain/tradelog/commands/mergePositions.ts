import { z } from 'zod';
import { type CommandRule, add, decimal, decimalText, idSchema, isRefusal, isZero, kernelRefusals } from '../../kernel/index.ts';
import { concluded } from '../conclusion.ts';
import { type Draft, draftOf, say } from '../draft.ts';
import { liveFills } from '../fill.ts';
import { type Leg, contractOf } from '../leg.ts';
import { legsProblem } from '../legs.ts';
import { moveProblem, moved } from '../moving.ts';
import type { Position } from '../position.ts';
import { mergedProblem, positionRef } from './neighbours.ts';

export const mergePositionsPayload = z.strictObject({ from_position_id: idSchema });

export type MergePositions = z.infer<typeof mergePositionsPayload>;

/** Two positions were one trade. Legs in the same contract become one leg; the other position ends, and says where it went. */
export const mergePositions: CommandRule<Position, MergePositions> = {
  type: 'MergePositions',
  aggregate: 'position',
  stance: 'edits',
  payload: mergePositionsPayload,
  reads: ({ payload }) => [positionRef(payload.from_position_id)],
  decide: ({ state, payload, occurred_at }, world) => {
    const other = world.read<Position>('position', payload.from_position_id);
    if (other === undefined) return kernelRefusals.not_found({ noun: 'position', id: payload.from_position_id });
    const merged = mergedProblem(state) ?? mergedProblem(other);
    if (isRefusal(merged)) return merged;
    const legs = mergedLegs(state.legs, other.legs);
    const moves = liveFills(other.fills).map((fill) => ({ fill, leg_id: legs.ids.get(fill.leg_id) ?? fill.leg_id }));
    const problem = moveProblem(other, state, moves) ?? legsProblem([...state.legs, ...legs.added]);
    if (problem) return problem;
    const here = draftOf(state, occurred_at, world);
    const ready = say(here, 'PositionAdjusted', { legs_added: [...legs.added], legs_changed: [...legs.changed] });
    const { from, to } = moved(draftOf(other, occurred_at, world), ready, moves);
    return [...ended(from, state.id).facts, ...concluded(to).facts];
  },
};

function ended(draft: Draft, mergedInto: string): Draft {
  const emptied = say(draft, 'PositionAdjusted', { legs_removed: draft.position.legs.map((leg) => leg.id) });
  return say(emptied, 'PositionClosed', { reason: 'merged', merged_into: mergedInto });
}

interface MergedLegs {
  readonly added: readonly Leg[];
  readonly changed: readonly Leg[];
  /** Where the fills of each leg that comes go. */
  readonly ids: ReadonlyMap<string, string>;
}

function mergedLegs(here: readonly Leg[], coming: readonly Leg[]): MergedLegs {
  const added: Leg[] = [];
  const changed = new Map<string, Leg>();
  const ids = new Map<string, string>();
  for (const leg of coming) {
    const match = here.find((candidate) => contractOf(candidate) === contractOf(leg));
    ids.set(leg.id, (match ?? leg).id);
    if (match === undefined) added.push(leg);
    else changed.set(match.id, grown(changed.get(match.id) ?? match, leg));
  }
  return { added, changed: [...changed.values()], ids };
}

/** Opposite intentions that cancel out leave the leg what it was; a leg is never meant for nothing. */
function grown(leg: Leg, { quantity }: Leg): Leg {
  const together = add(decimal(leg.quantity), decimal(quantity));
  return isZero(together) ? leg : { ...leg, quantity: decimalText(together) };
}
