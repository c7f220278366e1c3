import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { earnedStep } from '../advance.ts';
import { evidenceSchema } from '../evidence.ts';
import { type PhaseProgress, untouched } from '../progress.ts';
import { changed, groundRefs, isOfThisStay, groundProblem, settingsIn } from './ground.ts';

export const judgePhasePayload = z.strictObject({ evidence: evidenceSchema });

export type JudgePhase = z.infer<typeof judgePhasePayload>;

/**
 * What the product does by itself once a trade has closed: back where a trigger fired, else on where everything is met. Figures
 * of an earlier stay decide nothing, so that the same ones judged twice never take a second step.
 */
export const judgePhase: CommandRule<PhaseProgress | undefined, JudgePhase> = {
  type: 'JudgePhase',
  aggregate: 'phase_progress',
  stance: 'puts',
  payload: judgePhasePayload,
  reads: () => groundRefs,
  decide({ state = untouched, payload: { evidence }, ...place }, world) {
    const problem = groundProblem(state, place, world.now);
    if (problem) return problem;
    const step = isOfThisStay(state, evidence) ? earnedStep(state.phase, settingsIn(world), evidence) : null;
    if (step === null) return [];
    return [changed(state, step, { trigger: 'auto', evidence, operator_id: null, override_password_used: false, override_reason: null })];
  },
};
