import type { ReadSql } from '../workspace/index.ts';
import { whereOf, type ListPlace } from '../http/index.ts';

export interface PositionFilter {
  readonly status?: string | undefined;
  readonly account_id?: string | undefined;
  readonly symbol?: string | undefined;
  readonly underlying?: string | undefined;
  readonly strategy?: string | undefined;
  readonly campaign_id?: string | undefined;
  readonly tag?: string | undefined;
}

/** The newest first. */
export function listPositions(sql: ReadSql, filter: PositionFilter, after: ListPlace | undefined, limit: number): ListPlace[] {
  const where = whereOf([
    ['status = ?', filter.status],
    ['account_id = ?', filter.account_id],
    ['symbol = ?', filter.symbol],
    ['underlying = ?', filter.underlying],
    ['strategy = ?', filter.strategy],
    ['campaign_id = ?', filter.campaign_id],
    ['id IN (SELECT position_id FROM tradelog_tag WHERE tag = ?)', filter.tag],
    ['(began_at, id) < (?, ?)', after?.at, after?.id],
  ]);
  return sql.all<{ at: string; id: string }>(
    `SELECT began_at AS at, id FROM tradelog_position ${where.text} ORDER BY began_at DESC, id DESC LIMIT ?`,
    ...where.params,
    limit,
  );
}
