import type { Instant } from './instant.ts';
import type { Id } from './id.ts';
import type { Json } from './json.ts';

/** One thing with a history of its own: an account, a position, an order. */
export interface AggregateRef {
  readonly aggregate_type: string;
  readonly aggregate_id: Id;
}

/** What a decision says has happened, before the workspace gives it its place in the log. */
export interface NewFact<Type extends string = string, Payload extends Json = Json> extends AggregateRef {
  readonly type: Type;
  readonly payload: Payload;
  /** Market time. Left out where the fact happened when the command did. */
  readonly occurred_at?: Instant;
}

/**
 * A fact in the log: the envelope every stream, export and device sees.
 * `event_seq` orders everything in a workspace; no clock does.
 */
export interface Fact<Type extends string = string, Payload extends Json = Json> extends AggregateRef {
  readonly event_id: Id;
  readonly event_seq: number;
  readonly type: Type;
  readonly aggregate_version: number;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  /** The command that caused it, so that a device knows which of its outbox rows has arrived. */
  readonly command_id: string;
  /** Who asked. */
  readonly actor: string;
  readonly payload: Payload;
}

/** The part of a fact that a fold looks at; the rest is bookkeeping that must never change a state. */
export type FoldedFact = Pick<
  Fact,
  'type' | 'aggregate_type' | 'aggregate_id' | 'aggregate_version' | 'occurred_at' | 'recorded_at' | 'payload'
>;
