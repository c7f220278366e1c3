import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { stepTo } from '../advance.ts';
import { evidenceSchema } from '../evidence.ts';
import { phaseAfter } from '../phase.ts';
import { type PhaseProgress, progressFact, untouched } from '../progress.ts';
import { refusals } from '../refusals.ts';
import { operatorSchema } from '../transition.ts';
import { changed, groundRefs, isOfThisStay, groundProblem, settingsIn } from './ground.ts';

export const advancePhasePayload = z.strictObject({ evidence: evidenceSchema, operator_id: operatorSchema });

export type AdvancePhase = z.infer<typeof advancePhasePayload>;

/** A trader asks to go on. What is missing is an answer and on the record, as going on is. */
export const advancePhase: CommandRule<PhaseProgress | undefined, AdvancePhase> = {
  type: 'AdvancePhase',
  aggregate: 'phase_progress',
  stance: 'puts',
  payload: advancePhasePayload,
  reads: () => groundRefs,
  decide({ state = untouched, payload: { evidence, operator_id }, ...place }, world) {
    const { phase, stay } = state;
    const problem = groundProblem(state, place, world.now);
    if (problem) return problem;
    if (!isOfThisStay(state, evidence)) return refusals.evidence_of_another_stay({ stay: evidence.stay, present_stay: stay });
    const to_phase = phaseAfter(phase);
    if (to_phase === null) return refusals.no_phase_after({ phase });
    const step = stepTo(phase, to_phase, settingsIn(world), evidence);
    if (step.validation_passed) {
      return [changed(state, step, { trigger: 'manual', evidence, operator_id, override_password_used: false, override_reason: null })];
    }
    const failure_reasons = [...(step.failure_reasons ?? [])];
    return [
      progressFact('PhaseChangeBlocked', {
        action: 'attempted_advance',
        from_phase: phase,
        to_phase,
        metrics_snapshot: evidence,
        failure_reasons,
        operator_id,
      }),
    ];
  },
};
