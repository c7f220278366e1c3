import type { AggregateRef, Fact, Versioned } from '@taffrail/domain/kernel';
import type { ReadSql } from './ports.ts';

/** A book as whoever reads it sees it, a door or a job. */
export interface Reading {
  readonly lastSeq: number;
  read<T>(query: (sql: ReadSql) => T): T;
  state(ref: AggregateRef): Versioned | undefined;
  /** The state an aggregate had once a fact was recorded: what an answer given then showed, and shows for ever. */
  stateAsOf(ref: AggregateRef, seq: number): Versioned | undefined;
  /** Everything that happened to one aggregate, oldest first. */
  historyOf(ref: AggregateRef): readonly Fact[];
  facts(after: number, limit: number): readonly Fact[];
}
