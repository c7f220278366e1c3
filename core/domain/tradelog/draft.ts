import type { Id, Instant, NewFact, World } from '../kernel/index.ts';
import { type Position, positionAggregate } from './position.ts';
import { type PositionFacts, positionFact } from './positionFacts.ts';

/** What a decision has said about one position so far, and the position as that leaves it. */
export interface Draft {
  /** The position as it was found; null for one that is being created. */
  readonly before: Position | null;
  readonly position: Position;
  readonly facts: readonly NewFact[];
  /** When what is being decided happened in the market. */
  readonly occurred_at: Instant;
  readonly now: Instant;
}

export function draftOf(position: Position, occurredAt: Instant, { now }: Pick<World, 'now'>): Draft {
  return { before: position, position, facts: [], occurred_at: occurredAt, now };
}

export function draftOfNew(id: Id, created: PositionFacts['PositionCreated'], occurredAt: Instant, { now }: Pick<World, 'now'>): Draft {
  const fact = positionFact(id, 'PositionCreated', created, occurredAt);
  return { before: null, position: folded(undefined, fact, occurredAt, now), facts: [fact], occurred_at: occurredAt, now };
}

export function say<Type extends keyof PositionFacts>(
  draft: Draft,
  type: Type,
  payload: PositionFacts[Type],
  occurredAt: Instant = draft.occurred_at,
): Draft {
  const fact = positionFact(draft.position.id, type, payload, occurredAt);
  return { ...draft, position: folded(draft.position, fact, occurredAt, draft.now), facts: [...draft.facts, fact] };
}

function folded(position: Position | undefined, fact: NewFact, occurredAt: Instant, now: Instant): Position {
  // A decision does not know its place in the log, and no state may depend on it.
  return positionAggregate.evolve(position, { ...fact, occurred_at: occurredAt, recorded_at: now, aggregate_version: 0 });
}
