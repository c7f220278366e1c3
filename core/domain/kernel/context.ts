import type { ZodType } from 'zod';
import type { Command } from './command.ts';
import type { AggregateRef, FoldedFact, NewFact } from './fact.ts';
import type { Id } from './id.ts';
import type { Instant } from './instant.ts';
import type { Json } from './json.ts';
import type { Refusal } from './refusal.ts';

/**
 * The contract of a context: what it knows (aggregates, as folds of facts) and what it decides (commands).
 * Everything here is pure. The device runs it to answer at once, the server to decide; both must come out equal.
 */
export interface Context {
  readonly name: string;
  readonly aggregates: readonly Aggregate[];
  readonly commands: readonly CommandRule[];
  /** Everything it says no with; the keys are the codes. */
  readonly refusals: { readonly [code: string]: unknown };
}

/** `evolve` is total: a fact it does not know (written by a newer version) leaves the state as it is. */
// oxlint-disable-next-line typescript/no-explicit-any -- the list of a context's aggregates is heterogeneous; each is typed where it is written
export interface Aggregate<State = any> {
  readonly type: string;
  /** Payload schema of every fact this aggregate can have; imports are checked against it. */
  readonly facts: { readonly [factType: string]: ZodType };
  evolve(state: State | undefined, fact: FoldedFact): State;
}

/** What the decision may look at besides its own aggregate. All of it was declared by `reads` and loaded before. */
export interface World {
  readonly now: Instant;
  /** Undefined where nothing with that id exists. Asking for what was not declared is a defect and throws. */
  read<State>(type: string, id: Id): State | undefined;
}

/**
 * - `creates`: the aggregate must not exist yet.
 * - `appends`: it must exist; a stale view does no harm (a fill is a fill), so a version is checked only when given.
 * - `edits`: it must exist, and the command must say which version it was made on.
 * - `puts`: it may exist or not, because its id follows from what it is about and whoever comes first begins it. A version is
 *   checked when given; 0 says that there was none.
 */
export type Stance = 'creates' | 'appends' | 'edits' | 'puts';

// oxlint-disable-next-line typescript/no-explicit-any -- as above
export interface CommandRule<State = any, Payload = any> {
  readonly type: string;
  readonly aggregate: string;
  readonly stance: Stance;
  readonly payload: ZodType<Payload>;
  /** Neighbours to load. Called again after each load, so a neighbour may lead to the next; must settle within a few rounds. */
  reads?(asked: Asked<State, Payload>, world: Pick<World, 'read'>): readonly AggregateRef[];
  /** Facts may concern the command's aggregate, aggregates it read, and new ones whose ids the payload brought. */
  decide(asked: Asked<State, Payload>, world: World): readonly NewFact[] | Refusal;
}

export interface Asked<State, Payload> {
  readonly aggregate_id: Id;
  /** Undefined for `creates`, and for `puts` where nothing is there yet. */
  readonly state: State;
  readonly payload: Payload;
  /** When it happened in the market: as the command says, else now. */
  readonly occurred_at: Instant;
  readonly command: Command;
}

export interface Versioned<State = unknown> {
  readonly version: number;
  readonly state: State;
}

export type LoadState = (ref: AggregateRef) => Versioned | undefined;

/** A payload as it goes into a fact: JSON by construction, because schemas produce nothing else. */
export const asJson = (value: unknown): Json => value as Json;
