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

/** The same from facts that come one aggregate after the other: what each leads to is handed on before the next begins, and need not be kept. */
export function* foldOneByOne(contexts: readonly Context[], facts: Iterable<FoldedFact>): Generator<Folded> {
  let one: Folded | undefined;
  for (const fact of facts) {
    const { aggregate_type, aggregate_id } = fact;
    if (one && (one.aggregate_id !== aggregate_id || one.aggregate_type !== aggregate_type)) {
      yield one;
      one = undefined;
    }
    one = { aggregate_type, aggregate_id, current: evolve(contexts, one?.current, fact) };
  }
  if (one) yield one;
}

/** In the order of their keys. */
export function inOrder(states: ReadonlyMap<string, Folded>): readonly Folded[] {
  return [...states.keys()].toSorted().flatMap((key) => states.get(key) ?? []);
}
