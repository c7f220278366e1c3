import type { AggregateRef, Id, Json, Versioned } from '@taffrail/domain/kernel';

/** One kind of list: a compact row for each thing of a type, worked out when the thing is written and read all at once. */
// oxlint-disable-next-line typescript/no-explicit-any -- the projections of an app are heterogeneous; each is typed where it is written
export interface Projection<State = any, Row = any> {
  readonly name: string;
  /** Raised when rows are worked out or kept differently; they are then made again from the states. */
  readonly make: number;
  readonly aggregate: string;
  reads(state: State): readonly AggregateRef[];
  /** The part of a neighbour that rows rest on. Rows are worked out again when that part changes, and not for the rest. */
  regards(neighbour: Versioned): Json;
  /** Undefined for what the list does not show. */
  row(thing: Versioned<State>, beside: Beside): Row | undefined;
}

export interface Beside {
  /** Commands about it have not reached the log yet. */
  readonly pending: boolean;
  read<Neighbour>(type: string, id: Id): Neighbour | undefined;
}
