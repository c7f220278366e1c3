import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { stepTo } from '../advance.ts';
import { evidenceSchema } from '../evidence.ts';
import { isForward, isOneStep, phaseSchema } from '../phase.ts';
import { type PhaseProgress, progressFact, untouched } from '../progress.ts';
import { refusals } from '../refusals.ts';
import { operatorSchema, overrideReasonSchema } from '../transition.ts';
import { changed, groundRefs, isOfThisStay, groundProblem, settingsIn } from './ground.ts';

export const overridePhasePayload = z.strictObject({
  to_phase: phaseSchema,
  evidence: evidenceSchema,
  reason: overrideReasonSchema,
  operator_id: operatorSchema,
  override_verified: z.boolean().describe('Whether the password was right; only the door that compared it may say so'),
});

export type OverridePhase = z.infer<typeof overridePhasePayload>;

/** One step either way on somebody's word. A wrong password changes nothing and is on the record too. */
export const overridePhase: CommandRule<PhaseProgress | undefined, OverridePhase> = {
  type: 'OverridePhase',
  aggregate: 'phase_progress',
  stance: 'puts',
  payload: overridePhasePayload,
  reads: () => groundRefs,
  decide({ state = untouched, payload, ...place }, world) {
    const { phase, stay } = state;
    const { to_phase, evidence, operator_id } = payload;
    const problem = groundProblem(state, place, world.now);
    if (problem) return problem;
    if (!isOneStep(phase, to_phase)) return refusals.not_one_step({ from_phase: phase, to_phase });
    if (!isOfThisStay(state, evidence)) return refusals.evidence_of_another_stay({ stay: evidence.stay, present_stay: stay });
    if (payload.override_verified) {
      const step = stepTo(phase, to_phase, settingsIn(world), evidence);
      const how = { operator_id, override_password_used: true, override_reason: payload.reason };
      return [changed(state, step, { trigger: 'manual', evidence, ...how })];
    }
    return [
      progressFact('PhaseChangeBlocked', {
        action: isForward(phase, to_phase) ? 'manual_advance' : 'manual_rollback',
        from_phase: phase,
        to_phase,
        metrics_snapshot: evidence,
        failure_reasons: ['The override password was wrong.'],
        operator_id,
      }),
    ];
  },
};
