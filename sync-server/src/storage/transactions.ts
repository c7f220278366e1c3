import type { Driver } from './driver.ts';

export interface Transactions {
  /** Runs one step against the database; what it throws is a storage fault where the storage is to blame. */
  guarded<T>(step: () => T): T;
  transaction<T>(work: () => T): T;
}

/** What a transaction is, the same for every driver: nested by savepoints, and never half kept. */
export function transactionsOf(driver: Driver): Transactions {
  const outer = statementsFor(driver, 'BEGIN IMMEDIATE', 'COMMIT', ['ROLLBACK']);
  const inner = statementsFor(driver, 'SAVEPOINT inner_work', 'RELEASE inner_work', ['ROLLBACK TO inner_work', 'RELEASE inner_work']);
  let depth = 0;
  /** Set when the open transaction is gone, or the connection cannot be trusted any more: nothing may be written on its own then. */
  let lost: { readonly error: unknown; readonly forGood: boolean } | undefined;

  return { guarded, transaction };

  function transaction<T>(work: () => T): T {
    const level = depth === 0 ? outer : inner;
    guarded(level.begin);
    depth++;
    try {
      const result = work();
      if (isThenable(result)) throw new TypeError('A transaction cannot wait: its work returned a promise.');
      guarded(level.keep);
      return result;
    } catch (error) {
      takeBack(level);
      throw error;
    } finally {
      depth--;
      if (depth === 0 && !lost?.forGood) lost = undefined;
    }
  }

  function takeBack(level: Level): void {
    // SQLite takes some failing transactions back by itself; there is nothing left to name then.
    if (!driver.inTransaction()) return;
    try {
      level.takeBack();
    } catch (error) {
      lost = { error: driver.faultFrom(error) ?? error, forGood: true };
    }
  }

  function guarded<T>(step: () => T): T {
    if (lost) throw lost.error;
    try {
      return step();
    } catch (cause) {
      const fault = driver.faultFrom(cause);
      const error = fault ?? cause;
      if (fault?.kind === 'broken') lost = { error, forGood: true };
      else if (depth > 0 && !driver.inTransaction()) lost = { error, forGood: false };
      throw error;
    }
  }
}

interface Level {
  begin(): void;
  keep(): void;
  takeBack(): void;
}

function statementsFor(driver: Driver, begin: string, keep: string, takeBack: readonly string[]): Level {
  const [begins, keeps] = [driver.prepare(begin), driver.prepare(keep)];
  const takesBack = takeBack.map((text) => driver.prepare(text));
  return {
    begin: () => begins.run([]),
    keep: () => keeps.run([]),
    takeBack: () => takesBack.forEach((statement) => statement.run([])),
  };
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
