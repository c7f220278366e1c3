import type { ReadSql, Sql } from './ports.ts';

/** A book written by a newer Taffrail: opening it with older rules could only do harm. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

/** SQL, or, where what is there has to be read to be rewritten, the work of it. */
export type MigrationStep = string | ((sql: Sql) => void);

/** Brings one owner's tables to the newest version and says whether anything was done. */
export function migrate(sql: Sql, owner: string, steps: readonly MigrationStep[]): boolean {
  sql.exec('CREATE TABLE IF NOT EXISTS schema_version (owner TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT');
  const current = schemaVersion(sql, owner);
  if (current > steps.length) {
    throw new NewerSchema(
      `This book's ${owner} tables are at version ${current}; this Taffrail knows versions up to ${steps.length}. Start the newer Taffrail that wrote it.`,
    );
  }
  for (const step of steps.slice(current)) {
    if (typeof step === 'string') sql.exec(step);
    else step(sql);
  }
  sql.run(
    'INSERT INTO schema_version (owner, version) VALUES (?, ?) ON CONFLICT (owner) DO UPDATE SET version = excluded.version',
    owner,
    steps.length,
  );
  return current < steps.length;
}

/** Whether an owner's tables are the ones this Taffrail writes. */
export function isMigrated(sql: ReadSql, owner: string, steps: readonly string[]): boolean {
  return schemaVersion(sql, owner) === steps.length;
}

function schemaVersion(sql: ReadSql, owner: string): number {
  return sql.all<{ version: number }>('SELECT version FROM schema_version WHERE owner = ?', owner)[0]?.version ?? 0;
}
