import type { SqlValue } from '../workspace/index.ts';

const MAX_PARAMETERS = 100;

/** Refuses what SQLite would quietly store as something else: NaN as NULL, a large integer rounded, half a surrogate pair as U+FFFD. */
export function checkParameters(params: readonly SqlValue[]): void {
  if (params.length > MAX_PARAMETERS) {
    throw new RangeError(`A statement takes at most ${MAX_PARAMETERS} parameters; this one was given ${params.length}.`);
  }
  const unfit = params.findIndex((value) => !isStorable(value));
  if (unfit >= 0) throw new TypeError(`Parameter ${unfit + 1} cannot be stored as it is: ${describe(params[unfit])}.`);
}

/**
 * Makes rows of every driver look the same, in place: bytes are plain Uint8Arrays. A number beyond 2^53 may have been
 * rounded on its way here, and a rounded figure is worse than none.
 */
export function checkRows<Row extends object>(rows: Row[]): Row[] {
  for (const row of rows as { [column: string]: SqlValue }[]) {
    for (const column in row) {
      const value = row[column];
      if (typeof value === 'number' && !isExact(value)) throw new RangeError(`Column ${column} holds a number beyond 2^53.`);
      if (Buffer.isBuffer(value)) row[column] = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    }
  }
  return rows;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return isExact(value);
  return value === null || value instanceof Uint8Array;
}

const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;

const describe = (value: unknown): string => (typeof value === 'number' ? String(value) : `a ${typeof value}`);
