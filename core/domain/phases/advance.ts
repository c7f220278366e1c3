import { type Criterion, criteriaOf } from './criteria.ts';
import { triggersOf } from './downgrade.ts';
import type { Evidence } from './evidence.ts';
import { type Phase, isForward, phaseAfter, phaseBefore, phaseNames } from './phase.ts';
import type { Settings } from './settings.ts';

/** Whether the next phase has been earned, and what is missing. */
export interface Validation {
  readonly to_phase: Phase | null;
  readonly can_advance: boolean;
  readonly criteria: readonly Criterion[];
  readonly missing_requirements: readonly string[];
}

/** What leads back does not lead on at the same time. */
export function validationOf(phase: Phase, settings: Settings, evidence: Evidence): Validation {
  const to_phase = phaseAfter(phase);
  const { advancement_criteria, downgrade_triggers } = settings[phase];
  const criteria = advancement_criteria === null ? [] : criteriaOf(evidence, advancement_criteria);
  const fired = triggersOf(evidence, downgrade_triggers).filter((trigger) => trigger.fired);
  const missing_requirements = [...criteria.filter(({ met }) => !met), ...fired].map(({ sentence }) => sentence);
  if (to_phase === null) missing_requirements.push(`${phaseNames[phase]} is the last phase.`);
  else if (advancement_criteria === null) missing_requirements.push(`Nothing is set that leads on from ${phaseNames[phase]}.`);
  return { to_phase, can_advance: missing_requirements.length === 0, criteria, missing_requirements };
}

/** A step to a neighbouring phase, and whether what it rests on holds: everything asked for forward, any trigger back. */
export interface Step {
  readonly to_phase: Phase;
  readonly validation_passed: boolean;
  /** Forward what is missing, back what fired; null where there is nothing to say. */
  readonly failure_reasons: readonly string[] | null;
}

/** `to` lies next to `from`. */
export function stepTo(from: Phase, to: Phase, settings: Settings, evidence: Evidence): Step {
  if (isForward(from, to)) {
    const { can_advance, missing_requirements } = validationOf(from, settings, evidence);
    return { to_phase: to, validation_passed: can_advance, failure_reasons: can_advance ? null : missing_requirements };
  }
  const fired = triggersOf(evidence, settings[from].downgrade_triggers).filter((trigger) => trigger.fired);
  const reasons =
    fired.length === 0 ? [`Nothing that leads back from ${phaseNames[from]} has happened.`] : fired.map((each) => each.sentence);
  return { to_phase: to, validation_passed: fired.length > 0, failure_reasons: reasons };
}

/** The step that evidence alone takes, if any: back where a trigger fired, else on where everything is met. */
export function earnedStep(phase: Phase, settings: Settings, evidence: Evidence): Step | null {
  const neighbours = [phaseBefore(phase), phaseAfter(phase)].filter((each) => each !== null);
  return neighbours.map((to) => stepTo(phase, to, settings, evidence)).find((step) => step.validation_passed) ?? null;
}
