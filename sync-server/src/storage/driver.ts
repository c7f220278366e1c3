import type { SqlValue, StorageFault } from '../workspace/index.ts';

/** What transactions need to know of a SQLite driver; everything else about it stays in its own file. */
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
