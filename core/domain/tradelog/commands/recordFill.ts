import type { z } from 'zod';
import { type Asked, type CommandRule, type NewFact, type Refusal, type World, idSchema, isRefusal } from '../../kernel/index.ts';
import { concluded } from '../conclusion.ts';
import { draftOf } from '../draft.ts';
import { type NewFill, fillIdProblem, withFill } from '../fillRules.ts';
import { legById } from '../leg.ts';
import type { Position } from '../position.ts';
import { positionFact } from '../positionFacts.ts';
import { refusals } from '../refusals.ts';
import { closingPart, continuation, openingPart, placeOf } from '../continuation.ts';
import { fillInputSchema, newFillFrom } from './fillInput.ts';
import { accountOf, accountRef, mergedProblem, positionRef, accountForNew, freePositionId } from './neighbours.ts';

export const recordFillPayload = fillInputSchema.extend({
  /** Used when the fill begins a new position: the old one is closed, or this fill turns it around. */
  next_position_id: idSchema,
  next_leg_id: idSchema,
  next_fill_id: idSchema,
});

export type RecordFill = z.infer<typeof recordFillPayload>;

export const recordFill: CommandRule<Position, RecordFill> = {
  type: 'RecordFill',
  aggregate: 'position',
  stance: 'appends',
  payload: recordFillPayload,
  reads: ({ state, payload, occurred_at }) => {
    const here = placeOf(state, payload, occurred_at) === 'here';
    return [accountRef(state.account_id), ...(here ? [] : [positionRef(payload.next_position_id)])];
  },
  decide: (asked, world) => {
    const { state, payload, occurred_at } = asked;
    const merged = mergedProblem(state);
    if (merged) return merged;
    const fill = newFillFrom(payload, accountOf(world, state), occurred_at);
    if (isRefusal(fill)) return fill;
    const place = placeOf(state, fill, occurred_at);
    if (place === 'here') return recordedHere(state, fill, world);
    // A fill that goes on to another position must still not be one that is here already.
    const problem = fillIdProblem(state, fill.fill_id) ?? continuedProblem(state) ?? freePositionId(world, payload.next_position_id);
    if (problem) return problem;
    const closed = place === 'next' ? [] : recordedHere(state, closingPart(state, fill), world);
    const opened = recordedNext(asked, place === 'next' ? fill : openingPart(state, fill, payload.next_fill_id), world);
    if (isRefusal(closed)) return closed;
    if (isRefusal(opened)) return opened;
    return [...closed, positionFact(state.id, 'PositionContinued', { continued_in: payload.next_position_id }, occurred_at), ...opened];
  },
};

/** Trading on from one closed position twice would make two trades of one. */
function continuedProblem({ id, continued_in }: Position): Refusal | undefined {
  return continued_in === null ? undefined : refusals.position_continued({ position_id: id, continued_in });
}

function recordedHere(position: Position, fill: NewFill, world: World): readonly NewFact[] | Refusal {
  const draft = withFill(draftOf(position, fill.occurred_at, world), fill, accountOf(world, position));
  return isRefusal(draft) ? draft : concluded(draft).facts;
}

function recordedNext({ state, payload }: Asked<Position, RecordFill>, fill: NewFill, world: World): readonly NewFact[] | Refusal {
  const account = accountForNew(world, state.account_id);
  if (isRefusal(account)) return account;
  const leg = legById(state.legs, fill.leg_id);
  if (leg === undefined) return refusals.leg_not_in_position({ leg_id: fill.leg_id, position_id: state.id });
  const draft = withFill(continuation(state, leg, payload, fill, world), { ...fill, leg_id: payload.next_leg_id }, account);
  return isRefusal(draft) ? draft : concluded(draft).facts;
}
