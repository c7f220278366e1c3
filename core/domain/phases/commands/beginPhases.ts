import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { phaseSchema } from '../phase.ts';
import { type PhaseProgress, progressFact, untouched } from '../progress.ts';
import { refusals } from '../refusals.ts';
import { operatorSchema } from '../transition.ts';
import { groundProblem } from './ground.ts';

export const beginPhasesPayload = z.strictObject({ phase: phaseSchema, operator_id: operatorSchema });

export type BeginPhases = z.infer<typeof beginPhasesPayload>;

/** A trader says once where they stand; from there on it is earned. */
export const beginPhases: CommandRule<PhaseProgress | undefined, BeginPhases> = {
  type: 'BeginPhases',
  aggregate: 'phase_progress',
  stance: 'puts',
  payload: beginPhasesPayload,
  decide({ state = untouched, payload, ...place }, { now }) {
    if (state.stay > 0) return refusals.phases_begun({ phase: state.phase });
    return groundProblem(state, place, now) ?? [progressFact('PhasesBegun', payload)];
  },
};
