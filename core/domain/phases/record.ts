import type { Fact, Instant } from '../kernel/index.ts';
import { isForward } from './phase.ts';
import type { BlockedAttempt, Transition } from './transition.ts';

type Recorded = Pick<Fact, 'type' | 'occurred_at' | 'payload'>;

/** The changes as lines of `phase-history.jsonl`. Other facts are passed over. */
export function historyLines(facts: readonly Recorded[]): readonly string[] {
  return facts
    .filter(({ type }) => type === 'PhaseChanged')
    .map(({ occurred_at, payload }) => JSON.stringify(historyOf(occurred_at, payload as unknown as Transition)));
}

function historyOf(timestamp: Instant, { transition_id, override_reason: _, ...transition }: Transition) {
  const { from_phase, to_phase, trigger, validation_passed, metrics_snapshot, ...rest } = transition;
  return { transition_id, timestamp, from_phase, to_phase, trigger, validation_passed, metrics_snapshot, ...rest };
}

/** What was blocked, and what a password took, as lines of `phase-overrides.jsonl`. Other facts are passed over. */
export function overrideLines(facts: readonly Recorded[]): readonly string[] {
  return facts.flatMap(({ type, occurred_at, payload }) => {
    if (type === 'PhaseChangeBlocked') return [JSON.stringify(blockedLine(occurred_at, payload as unknown as BlockedAttempt))];
    const transition = payload as unknown as Transition;
    return type === 'PhaseChanged' && transition.override_password_used ? [JSON.stringify(overrideLine(occurred_at, transition))] : [];
  });
}

function blockedLine(timestamp: Instant, { from_phase, action, failure_reasons, operator_id }: BlockedAttempt) {
  return { timestamp, phase: from_phase, action, blocked: true, reason: failure_reasons.join(' '), operator_id };
}

function overrideLine(timestamp: Instant, { from_phase, to_phase, override_reason, operator_id }: Transition) {
  const action = isForward(from_phase, to_phase) ? 'manual_advance' : 'manual_rollback';
  return { timestamp, phase: from_phase, action, blocked: false, reason: override_reason, operator_id, override_password_used: true };
}
