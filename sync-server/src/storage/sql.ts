import type { Sql, SqlRow, SqlValue, StorageFault } from '../workspace/ports.ts';
import { checkParameters, checkRows } from './values.ts';

/** What the rules below need to know of a SQLite driver; everything else about it stays in its own file. */
export interface Driver {
  prepare(text: string): Statement;
  exec(statements: string): void;
  inTransaction(): boolean;
  /** Undefined where the storage is not to blame: a constraint, a typing error, any defect. */
  faultFrom(error: unknown): StorageFault | undefined;
}

export interface Statement {
  readonly writes: boolean;
  all(params: readonly SqlValue[]): object[];
  run(params: readonly SqlValue[]): void;
}

/** More than the texts a workspace has, so that in practice each is prepared once; a bound, because texts may be built. */
const MAX_STATEMENTS = 256;

/** The workspace leaves these to `transaction` and to the adapter, or the count of open savepoints would lie. */
const ADAPTERS_OWN = /^\s*(begin|commit|end|rollback|savepoint|release|pragma|attach|detach|vacuum)\b/i;

/** The one implementation of `Sql`: drivers differ in how they run a statement, not in what a transaction is. */
export function sqlOver(driver: Driver): Sql {
  const statements = new Map<string, Statement>();
  const begin = driver.prepare('BEGIN IMMEDIATE');
  const commit = driver.prepare('COMMIT');
  const rollback = driver.prepare('ROLLBACK');
  const save = driver.prepare('SAVEPOINT inner_work');
  const release = driver.prepare('RELEASE inner_work');
  const rollbackTo = driver.prepare('ROLLBACK TO inner_work');
  let depth = 0;
  /** Set when the open transaction is gone or the connection can no longer be trusted: nothing may be written on its own. */
  let lost: { readonly error: unknown; readonly forGood: boolean } | undefined;

  return { all, run, exec, transaction };

  function all<Row extends object = SqlRow>(text: string, ...params: readonly SqlValue[]): Row[] {
    checkParameters(params);
    return guarded(() => {
      const statement = prepared(text);
      if (statement.writes) throw new TypeError('`all` reads only; a writing statement belongs to `run`.');
      return checkRows(statement.all(params)) as Row[];
    });
  }

  function run(text: string, ...params: readonly SqlValue[]): void {
    checkParameters(params);
    guarded(() => prepared(text).run(params));
  }

  function exec(texts: string): void {
    guarded(() => {
      const before = driver.inTransaction();
      driver.exec(texts);
      if (driver.inTransaction() === before) return;
      if (!before) driver.exec('ROLLBACK');
      throw new TypeError('Statements given to `exec` must leave the transaction as it was.');
    });
  }

  function transaction<T>(work: () => T): T {
    const outermost = depth === 0;
    guarded(() => (outermost ? begin : save).run([]));
    depth++;
    try {
      const result = work();
      if (isThenable(result)) throw new TypeError('A transaction cannot wait: its work returned a promise.');
      guarded(() => (outermost ? commit : release).run([]));
      return result;
    } catch (error) {
      undo(outermost);
      throw error;
    } finally {
      depth--;
      if (depth === 0 && !lost?.forGood) lost = undefined;
    }
  }

  function undo(outermost: boolean): void {
    // SQLite takes some failing transactions back by itself; there is nothing left to name then.
    if (!driver.inTransaction()) return;
    try {
      if (outermost) return rollback.run([]);
      rollbackTo.run([]);
      release.run([]);
    } catch (error) {
      lost = { error: driver.faultFrom(error) ?? error, forGood: true };
    }
  }

  function guarded<T>(work: () => T): T {
    if (lost) throw lost.error;
    try {
      return work();
    } catch (cause) {
      const fault = driver.faultFrom(cause);
      const error = fault ?? cause;
      if (fault?.kind === 'broken') lost = { error, forGood: true };
      else if (depth > 0 && !driver.inTransaction()) lost = { error, forGood: false };
      throw error;
    }
  }

  function prepared(text: string): Statement {
    const known = statements.get(text);
    if (known) return known;
    if (ADAPTERS_OWN.test(text)) throw new TypeError(`Not for a workspace to say: ${text.trim().slice(0, 40)}`);
    const statement = driver.prepare(text);
    const oldest = statements.keys().next();
    if (statements.size >= MAX_STATEMENTS && !oldest.done) statements.delete(oldest.value);
    statements.set(text, statement);
    return statement;
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
