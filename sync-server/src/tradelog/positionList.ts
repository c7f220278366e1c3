import { z } from 'zod';
import type { ReadSql, SqlValue } from '../workspace/index.ts';

export interface PositionFilter {
  readonly status?: string | undefined;
  readonly account_id?: string | undefined;
  readonly symbol?: string | undefined;
  readonly underlying?: string | undefined;
  readonly strategy?: string | undefined;
  readonly campaign_id?: string | undefined;
  readonly tag?: string | undefined;
}

/** The place in the list behind which the next page begins. */
export interface ListPlace {
  readonly began_at: string;
  readonly id: string;
}

/** The newest first. Pages are told apart by place and not by number, so that a new trade does not repeat an old one. */
export function listPositions(sql: ReadSql, filter: PositionFilter, after: ListPlace | undefined, limit: number): ListPlace[] {
  const { tag, ...columns } = filter;
  const conditions: string[] = [];
  const params: SqlValue[] = [];
  for (const [column, value] of Object.entries(columns)) {
    if (value === undefined) continue;
    conditions.push(`${column} = ?`);
    params.push(value);
  }
  if (tag !== undefined) {
    conditions.push('id IN (SELECT position_id FROM tradelog_tag WHERE tag = ?)');
    params.push(tag);
  }
  if (after) {
    conditions.push('(began_at, id) < (?, ?)');
    params.push(after.began_at, after.id);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return sql.all<{ began_at: string; id: string }>(
    `SELECT began_at, id FROM tradelog_position ${where} ORDER BY began_at DESC, id DESC LIMIT ?`,
    ...params,
    limit,
  );
}

export const placeSchema = z.string().regex(/^[\d:.TZ-]{24}\/[\da-f-]{36}$/, 'take it from next_after of the page before');

export const placeText = ({ began_at, id }: ListPlace): string => `${began_at}/${id}`;

export function placeFrom(text: string): ListPlace {
  const [began_at = '', id = ''] = text.split('/');
  return { began_at, id };
}
