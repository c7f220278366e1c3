import { documentMigrations } from './documents.ts';
import { readHead } from './factLog.ts';
import { intakeMigrations } from './intake.ts';
import { migrate } from './migrations.ts';
import type { Sql } from './ports.ts';
import { rebuild } from './rebuild.ts';
import { workspaceMigrations } from './schema.ts';
import { secretMigrations } from './secrets.ts';
import type { ServerContext } from './serverContext.ts';

/** Brings a book's tables up to date and returns its log's id, which is made with it. */
export function prepareBook(sql: Sql, contexts: readonly ServerContext[], nextId: () => string): string {
  return sql.transaction(() => {
    migrate(sql, 'workspace', workspaceMigrations);
    migrate(sql, 'secrets', secretMigrations);
    migrate(sql, 'documents', documentMigrations);
    migrate(sql, 'intake', intakeMigrations);
    // An import that was given up is of no use once the book holds something.
    sql.run('DELETE FROM intake WHERE EXISTS (SELECT 1 FROM fact)');
    const changed = contexts.filter(({ context, migrations }) => migrate(sql, context.name, migrations));
    if (changed.length > 0 && readHead(sql).seq > 0) rebuild(sql, contexts);
    sql.run("INSERT INTO book (name, value) VALUES ('log_id', ?) ON CONFLICT (name) DO NOTHING", nextId());
    return sql.all<{ value: string }>("SELECT value FROM book WHERE name = 'log_id'")[0]?.value ?? '';
  });
}

/** A book put in the place of another is another log: whoever holds a cursor into the old one is told to start over. */
export function renewLogId(sql: Sql, logId: string): void {
  sql.run("UPDATE book SET value = ? WHERE name = 'log_id'", logId);
}
