import { type Aggregate, type Day, type FoldedFact, type Id, type Instant, type NewFact, asJson, derivedId } from '../kernel/index.ts';
import { type SessionMetrics, sessionMetricsSchema } from './sessionMetrics.ts';

/** The figures of a trading day as they were measured last. */
export interface MeasuredSession {
  readonly id: Id;
  readonly metrics: SessionMetrics;
  /** In UTC. */
  readonly created_at: Instant;
}

export function sessionId({ session_date, currency }: { readonly session_date: Day; readonly currency: string }): Id {
  return derivedId('trading_session', session_date, currency);
}

export function sessionFact(metrics: SessionMetrics): NewFact {
  return { aggregate_type: 'trading_session', aggregate_id: sessionId(metrics), type: 'SessionMeasured', payload: asJson(metrics) };
}

export const sessionAggregate: Aggregate<MeasuredSession> = {
  type: 'trading_session',
  facts: { SessionMeasured: sessionMetricsSchema },
  evolve,
};

function evolve(session: MeasuredSession | undefined, { aggregate_id, type, payload, recorded_at }: FoldedFact): MeasuredSession {
  if (type !== 'SessionMeasured') return session as MeasuredSession;
  return { id: aggregate_id, metrics: payload as SessionMetrics, created_at: recorded_at };
}
