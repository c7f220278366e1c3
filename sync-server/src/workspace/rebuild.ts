import { factsByAggregate, readHead } from './factLog.ts';
import { foldOneByOne, type Folded } from './fold.ts';
import type { Sql } from './ports.ts';
import { projectionsOf, type ServerContext } from './serverContext.ts';

/** Throws away every state and table and folds them again from the facts, in one transaction. Returns how many facts were read. */
export function rebuild(sql: Sql, contexts: readonly ServerContext[]): number {
  return sql.transaction(() => {
    sql.run('DELETE FROM aggregate');
    for (const table of contexts.flatMap((context) => context.tables)) sql.run(`DELETE FROM ${table}`);
    const domain = contexts.map(({ context }) => context);
    projectStates(sql, contexts, foldOneByOne(domain, factsByAggregate(sql)));
    return readHead(sql).seq;
  });
}

/** Writes states, and the tables that follow from them, where there are none yet. In the order of their keys every row lands at the end of its table. */
export function projectStates(sql: Sql, contexts: readonly ServerContext[], states: Iterable<Folded>): void {
  projectAll(sql, contexts, kept(sql, states));
}

function* kept(sql: Sql, states: Iterable<Folded>): Generator<Folded> {
  for (const state of states) {
    const { aggregate_type, aggregate_id, current } = state;
    sql.run(
      'INSERT INTO aggregate (aggregate_type, aggregate_id, version, state) VALUES (?, ?, ?, ?)',
      aggregate_type,
      aggregate_id,
      current.version,
      JSON.stringify(current.state),
    );
    yield state;
  }
}

export function projectAll(sql: Sql, contexts: readonly ServerContext[], states: Iterable<Folded>): void {
  const projections = projectionsOf(contexts);
  for (const { aggregate_type, aggregate_id, current } of states) {
    for (const project of projections(aggregate_type)) project(sql, aggregate_id, undefined, current.state);
  }
}
