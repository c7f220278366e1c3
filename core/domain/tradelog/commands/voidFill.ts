import { z } from 'zod';
import { type CommandRule, idSchema, isRefusal } from '../../kernel/index.ts';
import { concluded, withRiskReworked } from '../conclusion.ts';
import { draftOf, say } from '../draft.ts';
import { liveFillIn } from '../fillRules.ts';
import type { Position } from '../position.ts';
import { reasonSchema } from '../positionFacts.ts';
import { mergedProblem } from './neighbours.ts';

export const voidFillPayload = z.strictObject({ fill_id: idSchema, reason: reasonSchema });

export type VoidFill = z.infer<typeof voidFillPayload>;

/** The fill never happened. It stays on record, marked, and counts for nothing. */
export const voidFill: CommandRule<Position, VoidFill> = {
  type: 'VoidFill',
  aggregate: 'position',
  stance: 'edits',
  payload: voidFillPayload,
  decide: ({ state, payload, occurred_at }, world) => {
    const fill = mergedProblem(state) ?? liveFillIn(state, payload.fill_id);
    if (isRefusal(fill)) return fill;
    const draft = say(draftOf(state, occurred_at, world), 'FillVoided', payload);
    return concluded(withRiskReworked(draft, 'fill_corrected')).facts;
  },
};
