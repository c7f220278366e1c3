import { evolve, type AggregateRef, type Context, type FoldedFact, type Versioned } from '@taffrail/domain/kernel';

export interface Folded extends AggregateRef {
  readonly current: Versioned;
}

/** The states that a run of facts leads to: the truth that tables and cached states are held against. */
export function foldFacts(contexts: readonly Context[], facts: Iterable<FoldedFact>): Map<string, Folded> {
  const states = new Map<string, Folded>();
  for (const fact of facts) {
    const key = `${fact.aggregate_type}/${fact.aggregate_id}`;
    states.set(key, {
      aggregate_type: fact.aggregate_type,
      aggregate_id: fact.aggregate_id,
      current: evolve(contexts, states.get(key)?.current, fact),
    });
  }
  return states;
}
