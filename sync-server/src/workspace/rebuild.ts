import type { Folded } from './fold.ts';
import { foldFacts } from './fold.ts';
import { factOf, storedRows } from './factLog.ts';
import type { ReadSql, Sql } from './ports.ts';
import { projectionsOf, type ServerContext } from './serverContext.ts';

/** Throws away every state and table and folds them again from the facts, in one transaction. Returns how many facts were read. */
export function rebuild(sql: Sql, contexts: readonly ServerContext[]): number {
  return sql.transaction(() => {
    let facts = 0;
    const states = foldFacts(
      contexts.map(({ context }) => context),
      counted(sql, () => facts++),
    );
    sql.run('DELETE FROM aggregate');
    for (const table of contexts.flatMap((context) => context.tables)) sql.run(`DELETE FROM ${table}`);
    projectStates(sql, contexts, states);
    return facts;
  });
}

/** Writes states and the tables that follow from them where there are none yet, in the order of their keys: every row lands at the end of its table. */
export function projectStates(sql: Sql, contexts: readonly ServerContext[], states: ReadonlyMap<string, Folded>): void {
  const inOrder = [...states.keys()].toSorted().flatMap((key) => states.get(key) ?? []);
  for (const { aggregate_type, aggregate_id, current } of inOrder) {
    sql.run(
      'INSERT INTO aggregate (aggregate_type, aggregate_id, version, state) VALUES (?, ?, ?, ?)',
      aggregate_type,
      aggregate_id,
      current.version,
      JSON.stringify(current.state),
    );
  }
  projectAll(sql, contexts, inOrder);
}

export function projectAll(sql: Sql, contexts: readonly ServerContext[], states: Iterable<Folded>): void {
  const projections = projectionsOf(contexts);
  for (const { aggregate_type, aggregate_id, current } of states) {
    for (const project of projections(aggregate_type)) project(sql, aggregate_id, undefined, current.state);
  }
}

function* counted(sql: ReadSql, count: () => void) {
  for (const row of storedRows(sql)) {
    count();
    yield factOf(row);
  }
}
