import { StorageFault, type Sql } from '../workspace/index.ts';

export interface WatchedSql {
  readonly sql: Sql;
  isBroken(): boolean;
}

/** Remembers that storage broke, whoever it was that met it: a reader, a command, a job. From then on only opening the book anew helps. */
export function watchedSql(sql: Sql): WatchedSql {
  let broken = false;

  function watched<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      if (error instanceof StorageFault && error.kind === 'broken') broken = true;
      throw error;
    }
  }

  return {
    sql: {
      all: (text, ...params) => watched(() => sql.all(text, ...params)),
      run: (text, ...params) => watched(() => sql.run(text, ...params)),
      exec: (texts) => watched(() => sql.exec(texts)),
      transaction: (work) => watched(() => sql.transaction(work)),
    },
    isBroken: () => broken,
  };
}
