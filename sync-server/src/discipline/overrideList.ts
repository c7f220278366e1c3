import type { Override } from '@taffrail/domain/discipline';
import type { Id, Instant } from '@taffrail/domain/kernel';
import { whereOf, type ListPlace } from '../http/index.ts';
import type { BookNow, ReadSql } from '../workspace/index.ts';
import { findOverride } from './states.ts';

export interface OverrideFilter {
  readonly position_id?: Id | undefined;
  readonly account_id?: Id | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** The newest first. */
export function listOverrides(sql: ReadSql, filter: OverrideFilter, after: ListPlace | undefined, limit: number): ListPlace[] {
  const where = whereOf([
    ['position_id = ?', filter.position_id],
    ['account_id = ?', filter.account_id],
    ['declared_at >= ?', filter.from],
    ['declared_at < ?', filter.to],
    ['(declared_at, id) < (?, ?)', after?.at, after?.id],
  ]);
  return sql.all<{ at: string; id: string }>(
    `SELECT declared_at AS at, id FROM discipline_override ${where.text} ORDER BY declared_at DESC, id DESC LIMIT ?`,
    ...where.params,
    limit,
  );
}

export function listedOverride(book: Pick<BookNow, 'state'>, id: Id): Override {
  const override = findOverride(book, id);
  if (!override) throw new Error(`override ${id} is listed but is not there`);
  return override.state;
}
