import type { AggregateRef, Versioned } from '@taffrail/domain/kernel';
import type { ReadSql, Sql } from './ports.ts';

/** How many states stay in memory: a trader's working set, not the book. */
const KEPT_STATES = 2_000;

/**
 * The current state of every aggregate. Reads come from memory where they can; what a transaction changes is staged and
 * becomes visible to others only with `keep`, so a transaction taken back leaves no trace here either.
 */
export interface States {
  load(ref: AggregateRef): Versioned | undefined;
  save(ref: AggregateRef, after: Versioned): void;
  /** The transaction holds. */
  keep(): void;
  /** It does not: whatever is remembered is read again. */
  takeBack(): void;
}

export function openStates(sql: Sql): States {
  const kept = new Map<string, Versioned>();
  const staged = new Map<string, Versioned>();

  return {
    load(ref) {
      const key = keyOf(ref);
      const changed = staged.get(key);
      if (changed) return changed;
      const found = kept.get(key) ?? readState(sql, ref);
      if (found) touch(kept, key, found);
      return found;
    },
    save(ref, after) {
      sql.run(
        `INSERT INTO aggregate (aggregate_type, aggregate_id, version, state) VALUES (?, ?, ?, ?)
         ON CONFLICT (aggregate_type, aggregate_id) DO UPDATE SET version = excluded.version, state = excluded.state`,
        ref.aggregate_type,
        ref.aggregate_id,
        after.version,
        JSON.stringify(after.state),
      );
      staged.set(keyOf(ref), after);
    },
    keep() {
      for (const [key, versioned] of staged) touch(kept, key, versioned);
      staged.clear();
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT_STATES) break;
        kept.delete(oldest);
      }
    },
    takeBack() {
      staged.clear();
      kept.clear();
    },
  };
}

function readState(sql: ReadSql, ref: AggregateRef): Versioned | undefined {
  const row = sql.all<{ version: number; state: string }>(
    'SELECT version, state FROM aggregate WHERE aggregate_type = ? AND aggregate_id = ?',
    ref.aggregate_type,
    ref.aggregate_id,
  )[0];
  return row && { version: row.version, state: JSON.parse(row.state) as unknown };
}

const keyOf = (ref: AggregateRef): string => `${ref.aggregate_type}/${ref.aggregate_id}`;

// A Map remembers insertion order: moving a key to the end is all that least-recently-used needs.
function touch(kept: Map<string, Versioned>, key: string, versioned: Versioned): void {
  kept.delete(key);
  kept.set(key, versioned);
}
