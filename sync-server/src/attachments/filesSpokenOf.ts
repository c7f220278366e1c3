import type { MediaType } from '@taffrail/domain/attachments';
import { addMs, type Instant } from '@taffrail/domain/kernel';
import type { ReadSql } from '../workspace/index.ts';
import { filesShown } from './filesShown.ts';

export interface SpokenOf {
  readonly hash: string;
  readonly media_type: MediaType;
  /** Attached now, or until less than so long ago; else a page still shows it. */
  readonly isAttached: boolean;
}

interface Row {
  readonly hash: string;
  readonly media_type: MediaType;
  readonly is_attached: 0 | 1;
}

/**
 * The files of what is attached, and of what was and is still shown. Asked of the states and not of a table, because a backup
 * must know them in a book whose tables an older Taffrail wrote.
 */
export function filesSpokenOf(sql: ReadSql, now: Instant, afterRemovalMs: number): SpokenOf[] {
  const rows = sql.all<Row>(
    `SELECT json_extract(state, '$.hash') AS hash, min(json_extract(state, '$.media_type')) AS media_type,
       max(coalesce(json_extract(state, '$.removed_at'), ?) >= ?) AS is_attached
     FROM aggregate WHERE aggregate_type = 'attachment' GROUP BY hash ORDER BY hash`,
    now,
    addMs(now, -afterRemovalMs),
  );
  const shown = rows.every(({ is_attached }) => is_attached === 1) ? new Set<string>() : filesShown(sql);
  return rows
    .map(({ hash, media_type, is_attached }) => ({ hash, media_type, isAttached: is_attached === 1 }))
    .filter(({ hash, isAttached }) => isAttached || shown.has(hash));
}
