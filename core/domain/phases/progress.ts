import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type Instant, type NewFact, asJson, derivedId } from '../kernel/index.ts';
import { MOST_HISTORY } from './limits.ts';
import { FIRST_PHASE, type Phase, phaseSchema } from './phase.ts';
import { type BlockedAttempt, type Transition, blockedAttemptSchema, operatorSchema, transitionSchema } from './transition.ts';

/** Where a book is, and how it came there. */
export interface PhaseProgress {
  readonly phase: Phase;
  /** From when on evidence counts; null for everything there is. */
  readonly since: Instant | null;
  /** How often a phase was begun or changed: tells this stay in a phase from any other, at the same instant too. */
  readonly stay: number;
  readonly transitions: number;
  readonly blocked_attempts: number;
  /** The newest, oldest first. */
  readonly history: readonly HistoryLine[];
}

export type HistoryLine =
  | { readonly kind: 'changed'; readonly at: Instant; readonly transition: Transition }
  | { readonly kind: 'blocked'; readonly at: Instant; readonly attempt: BlockedAttempt };

/** Of a book that has said nothing about phases. */
export const untouched: PhaseProgress = {
  phase: FIRST_PHASE,
  since: null,
  stay: 0,
  transitions: 0,
  blocked_attempts: 0,
  history: [],
};

/** There is one for each book. */
export const phaseProgressId: Id = derivedId('phase_progress');

const progressFacts = {
  PhasesBegun: z.strictObject({ phase: phaseSchema, operator_id: operatorSchema }),
  PhaseChanged: transitionSchema,
  PhaseChangeBlocked: blockedAttemptSchema,
};

type ProgressFacts = { [Type in keyof typeof progressFacts]: z.infer<(typeof progressFacts)[Type]> };

export function progressFact<Type extends keyof ProgressFacts>(type: Type, payload: ProgressFacts[Type]): NewFact {
  return { aggregate_type: 'phase_progress', aggregate_id: phaseProgressId, type, payload: asJson(payload) };
}

export const phaseProgressAggregate: Aggregate<PhaseProgress> = { type: 'phase_progress', facts: progressFacts, evolve };

function evolve(progress: PhaseProgress = untouched, { type, payload, occurred_at: at }: FoldedFact): PhaseProgress {
  if (type === 'PhasesBegun') {
    return { ...progress, phase: (payload as ProgressFacts['PhasesBegun']).phase, since: at, stay: progress.stay + 1 };
  }
  if (type === 'PhaseChanged') {
    const transition = payload as Transition;
    const changed = { ...progress, phase: transition.to_phase, since: at, stay: progress.stay + 1, transitions: progress.transitions + 1 };
    return { ...changed, history: withLine(progress, { kind: 'changed', at, transition }) };
  }
  if (type !== 'PhaseChangeBlocked') return progress;
  const line: HistoryLine = { kind: 'blocked', at, attempt: payload as BlockedAttempt };
  return { ...progress, blocked_attempts: progress.blocked_attempts + 1, history: withLine(progress, line) };
}

function withLine({ history }: PhaseProgress, line: HistoryLine): readonly HistoryLine[] {
  return [...history, line].slice(-MOST_HISTORY);
}
