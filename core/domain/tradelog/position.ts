import type { z } from 'zod';
import type { Aggregate, FoldedFact, Id, Instant } from '../kernel/index.ts';
import { type Fill, liveFills } from './fill.ts';
import type { Leg } from './leg.ts';
import type { Plan } from './plan.ts';
import { type PositionFacts, type initialRiskSchema, positionFacts, type riskArtifactSchema } from './positionFacts.ts';

export type InitialRisk = z.infer<typeof initialRiskSchema>;

/** One trade from plan to exit, all its legs together. */
export interface Position {
  readonly id: Id;
  readonly status: 'planned' | 'open' | 'closed';
  readonly account_id: Id;
  readonly symbol: string;
  readonly underlying: string;
  readonly currency: string;
  readonly legs: readonly Leg[];
  readonly fills: readonly Fill[];
  readonly tags: readonly string[];
  readonly campaign_id: Id | null;
  readonly plan: Plan | null;
  readonly initial_risk: InitialRisk | null;
  readonly opened_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly created_at: Instant;
  readonly order_id: Id | null;
  /** The closed position in the same instrument that this one follows. */
  readonly continues: Id | null;
  /** The position that follows this one: trading on belongs there. */
  readonly continued_in: Id | null;
  readonly split_from: Id | null;
  readonly merged_into: Id | null;
  readonly risk_artifact: z.infer<typeof riskArtifactSchema> | null;
}

export const positionAggregate: Aggregate<Position> = { type: 'position', facts: positionFacts, evolve };

type Evolutions = {
  readonly [Type in Exclude<keyof PositionFacts, 'PositionCreated'>]: (
    position: Position,
    payload: PositionFacts[Type],
    fact: FoldedFact,
  ) => Position;
};

const evolutions: Evolutions = {
  PositionAdjusted: adjusted,
  FillRecorded: (position, { fill_id, ...terms }, { occurred_at, recorded_at }) =>
    withFills(position, [...position.fills, { id: fill_id, ...terms, occurred_at, recorded_at, voided: false, revisions: 0 }]),
  FillCorrected: (position, { fill_id, reason: _, ...terms }) =>
    withFill(position, fill_id, (fill) => ({ ...fill, ...terms, revisions: fill.revisions + 1 })),
  FillVoided: (position, { fill_id }) => withFill(position, fill_id, (fill) => ({ ...fill, voided: true, revisions: fill.revisions + 1 })),
  FillDetached: (position, { fill_id }) =>
    withFills(
      position,
      position.fills.filter((fill) => fill.id !== fill_id),
    ),
  FillAttached: (position, { fill }) => withFills(position, [...position.fills, fill]),
  PositionClosed: (position, { merged_into }, { occurred_at }) => ({ ...position, status: 'closed', closed_at: occurred_at, merged_into }),
  PositionContinued: (position, { continued_in }) => ({ ...position, continued_in }),
  PositionReopened: (position) => withFills({ ...position, status: 'planned' }, position.fills),
  InitialRiskFrozen: (position, { because: _, ...initial_risk }) => ({ ...position, initial_risk }),
  InitialRiskReleased: (position) => ({ ...position, initial_risk: null }),
  RiskArtifactLinked: (position, risk_artifact) => ({ ...position, risk_artifact }),
};

function evolve(position: Position | undefined, fact: FoldedFact): Position {
  if (fact.type === 'PositionCreated') return created(fact);
  if (!Object.hasOwn(evolutions, fact.type)) return position as Position;
  const evolution = evolutions[fact.type as keyof Evolutions] as (position: Position, payload: unknown, fact: FoldedFact) => Position;
  return evolution(position as Position, fact.payload, fact);
}

function created({ aggregate_id, payload, recorded_at }: FoldedFact): Position {
  return {
    id: aggregate_id,
    status: 'planned',
    ...(payload as PositionFacts['PositionCreated']),
    fills: [],
    initial_risk: null,
    opened_at: null,
    closed_at: null,
    created_at: recorded_at,
    continued_in: null,
    merged_into: null,
    risk_artifact: null,
  };
}

function adjusted(position: Position, adjustment: PositionFacts['PositionAdjusted']): Position {
  const { legs_added = [], legs_changed = [], legs_removed = [], ...rest } = adjustment;
  const removed = new Set(legs_removed);
  const changed = new Map(legs_changed.map((leg) => [leg.id, leg]));
  const legs = position.legs.filter((leg) => !removed.has(leg.id)).map((leg) => changed.get(leg.id) ?? leg);
  const fills = removed.size === 0 ? position.fills : position.fills.filter((fill) => !removed.has(fill.leg_id));
  return { ...position, ...rest, legs: [...legs, ...legs_added], fills };
}

function withFill(position: Position, fillId: Id, change: (fill: Fill) => Fill): Position {
  return withFills(
    position,
    position.fills.map((fill) => (fill.id === fillId ? change(fill) : fill)),
  );
}

/** When a trade began and ended follows from its fills, so a corrected time or a late fill moves it. Without any fill it is a plan again. */
function withFills(position: Position, fills: readonly Fill[]): Position {
  const times = liveFills(fills).map((fill) => fill.occurred_at);
  const closed = position.status === 'closed';
  if (times.length === 0) {
    return {
      ...position,
      fills,
      status: closed ? 'closed' : 'planned',
      opened_at: null,
      initial_risk: null,
      closed_at: closed ? position.closed_at : null,
    };
  }
  const opened_at = times.reduce((first, time) => (time < first ? time : first));
  const closed_at = closed ? times.reduce((last, time) => (time > last ? time : last)) : null;
  return { ...position, fills, status: closed ? 'closed' : 'open', opened_at, closed_at };
}
