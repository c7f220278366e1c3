import type { MediaType } from '@taffrail/domain/attachments';
import { addMs, type Instant } from '@taffrail/domain/kernel';
import type { ReadSql } from '../workspace/index.ts';

/**
 * The files of what is attached now, or was until less than so long ago. Asked of the states and not of a table, because
 * a backup must know them in a book whose tables an older Taffrail wrote.
 */
export function filesSpokenOf(sql: ReadSql, now: Instant, afterRemovalMs: number): { hash: string; media_type: MediaType }[] {
  return sql.all(
    `SELECT json_extract(state, '$.hash') AS hash, min(json_extract(state, '$.media_type')) AS media_type FROM aggregate
     WHERE aggregate_type = 'attachment' AND coalesce(json_extract(state, '$.removed_at'), ?) >= ?
     GROUP BY hash ORDER BY hash`,
    now,
    addMs(now, -afterRemovalMs),
  );
}
