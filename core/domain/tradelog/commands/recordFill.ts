import type { z } from 'zod';
import { type CommandRule, idSchema, isRefusal } from '../../kernel/index.ts';
import { concluded } from '../conclusion.ts';
import { draftOf } from '../draft.ts';
import { withFill } from '../fillRules.ts';
import { legById } from '../leg.ts';
import type { Position } from '../position.ts';
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
  decide: ({ state, payload, occurred_at }, world) => {
    const merged = mergedProblem(state);
    if (merged) return merged;
    const account = accountOf(world, state);
    const fill = newFillFrom(payload, account, occurred_at);
    if (isRefusal(fill)) return fill;
    const leg = legById(state.legs, fill.leg_id);
    if (leg === undefined) return refusals.leg_not_in_position({ leg_id: fill.leg_id, position_id: state.id });

    const place = placeOf(state, fill, occurred_at);
    const here = draftOf(state, occurred_at, world);
    if (place === 'here') {
      const draft = withFill(here, fill, account);
      return isRefusal(draft) ? draft : concluded(draft).facts;
    }
    const refusal = freePositionId(world, payload.next_position_id);
    if (refusal) return refusal;
    const open = accountForNew(world, account.id);
    if (isRefusal(open)) return open;
    const opening = place === 'next' ? fill : openingPart(state, fill, payload.next_fill_id);
    const closed = place === 'next' ? here : withFill(here, closingPart(state, fill), account);
    if (isRefusal(closed)) return closed;
    const next = continuation(state, leg, payload, opening, world);
    const opened = withFill(next, { ...opening, leg_id: payload.next_leg_id }, account);
    return isRefusal(opened) ? opened : [...concluded(closed).facts, ...concluded(opened).facts];
  },
};
