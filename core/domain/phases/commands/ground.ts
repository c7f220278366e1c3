import {
  type AggregateRef,
  type Asked,
  type Id,
  type Instant,
  type NewFact,
  type Refusal,
  type World,
  derivedId,
  isAfter,
  kernelRefusals,
} from '../../kernel/index.ts';
import type { Step } from '../advance.ts';
import type { Evidence } from '../evidence.ts';
import { type PhaseProgress, phaseProgressId, progressFact } from '../progress.ts';
import { refusals } from '../refusals.ts';
import { type Settings, usualSettings } from '../settings.ts';
import { phaseSettingsId } from '../settingsOfBook.ts';
import type { Transition } from '../transition.ts';

/** What every decision about phases stands on. */
export const groundRefs: readonly AggregateRef[] = [{ aggregate_type: 'phase_settings', aggregate_id: phaseSettingsId }];

export function settingsIn(world: World): Settings {
  return world.read<Settings>('phase_settings', phaseSettingsId) ?? usualSettings;
}

/** There is one of each in a book, and time goes on: nothing changes in the future, or before the present phase began. */
export function groundProblem({ since }: PhaseProgress, { aggregate_id, occurred_at: at }: Place, now: Instant): Refusal | undefined {
  if (aggregate_id !== phaseProgressId) return refusals.another_id({ id: aggregate_id, expected_id: phaseProgressId });
  if (isAfter(at, now)) return kernelRefusals.in_the_future({ at, now });
  return since !== null && at < since ? refusals.before_the_last_change({ at, since }) : undefined;
}

type Place = Pick<Asked<unknown, unknown>, 'aggregate_id' | 'occurred_at'>;

/** Whether these figures are of the present stay: what led here does not lead on. */
export function isOfThisStay({ stay }: PhaseProgress, evidence: Evidence): boolean {
  return evidence.stay === stay;
}

export interface Circumstances extends Pick<Transition, 'trigger' | 'operator_id' | 'override_password_used' | 'override_reason'> {
  readonly evidence: Evidence;
}

export function changed({ phase, since, transitions }: PhaseProgress, step: Step, { evidence, ...how }: Circumstances): NewFact {
  return progressFact('PhaseChanged', {
    transition_id: transitionId(since, transitions + 1),
    from_phase: phase,
    ...step,
    failure_reasons: step.failure_reasons && [...step.failure_reasons],
    metrics_snapshot: evidence,
    ...how,
  });
}

/** Whoever decides comes to the same one, on a device or on the server. */
const transitionId = (since: Instant | null, place: number): Id => derivedId('phase_transition', since ?? '', String(place));
