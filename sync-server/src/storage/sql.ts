import type { Sql, SqlRow, SqlValue } from '../workspace/index.ts';
import type { Driver } from './driver.ts';
import { statementsOf } from './statements.ts';
import { transactionsOf } from './transactions.ts';
import { checkParameters, checkRows } from './values.ts';

/** The one implementation of `Sql`: drivers differ in how they run a statement, not in what is asked of it. */
export function sqlOver(driver: Driver): Sql {
  const { guarded, transaction } = transactionsOf(driver);
  const statement = statementsOf(driver);

  return {
    all<Row extends object = SqlRow>(text: string, ...params: readonly SqlValue[]): Row[] {
      checkParameters(params);
      return guarded(() => {
        const prepared = statement(text);
        if (prepared.writes) throw new TypeError('`all` reads only; a writing statement belongs to `run`.');
        return checkRows(prepared.all(params)) as Row[];
      });
    },

    run(text, ...params) {
      checkParameters(params);
      guarded(() => statement(text).run(params));
    },

    exec(texts) {
      guarded(() => {
        const before = driver.inTransaction();
        driver.exec(texts);
        if (driver.inTransaction() === before) return;
        if (!before) driver.exec('ROLLBACK');
        throw new TypeError('Statements given to `exec` must leave the transaction as it was.');
      });
    },

    transaction,
  };
}
