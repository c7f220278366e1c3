import type { ReadSql } from '../workspace/index.ts';

/** What there is in a registry, to be told beside its backups. */
export interface RegistryFigures {
  readonly people: number;
  /** On the record. */
  readonly records: number;
  /** The number of the last of them: the same, unless some were taken away. */
  readonly lastRecord: number;
}

export function registryFigures(sql: ReadSql): RegistryFigures {
  const [row] = sql.all<RegistryFigures>(
    `SELECT (SELECT count(*) FROM user) AS people, (SELECT count(*) FROM audit) AS records,
       (SELECT coalesce(max(seq), 0) FROM audit) AS lastRecord`,
  );
  return row as RegistryFigures;
}
