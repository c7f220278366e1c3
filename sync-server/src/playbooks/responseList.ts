import { whereOf, type ListPlace } from '../http/index.ts';
import { folded } from '@taffrail/domain/playbooks';
import type { ReadSql } from '../workspace/index.ts';

export interface ResponseFilter {
  readonly playbook_id?: string | undefined;
  readonly template_id?: string | undefined;
  readonly position_id?: string | undefined;
  readonly day?: string | undefined;
  readonly symbol?: string | undefined;
  readonly grade?: string | undefined;
  readonly exceeded?: 'true' | 'false' | undefined;
  readonly field?: string | undefined;
  readonly equals?: string | undefined;
  readonly at_least?: number | undefined;
  readonly at_most?: number | undefined;
}

const answered = (condition: string): string => `id IN (SELECT response_id FROM playbooks_answer WHERE field_key = ?${condition})`;

/** The newest first. */
export function listResponses(sql: ReadSql, filter: ResponseFilter, after: ListPlace | undefined, limit: number): ListPlace[] {
  const { field } = filter;
  const where = whereOf([
    ['playbook_id = ?', filter.playbook_id],
    ['version_id = ?', filter.template_id],
    ['position_id = ?', filter.position_id],
    ['day = ?', filter.day],
    ['symbol = ?', filter.symbol === undefined ? undefined : folded(filter.symbol)],
    ['grade = ?', filter.grade],
    ['exceeded = ?', filter.exceeded === undefined ? undefined : Number(filter.exceeded === 'true')],
    [answered(''), field],
    [answered(' AND text = ?'), field, filter.equals],
    [answered(' AND number >= ?'), field, filter.at_least],
    [answered(' AND number <= ?'), field, filter.at_most],
    ['(begun_at, id) < (?, ?)', after?.at, after?.id],
  ]);
  return sql.all<{ at: string; id: string }>(
    `SELECT begun_at AS at, id FROM playbooks_response ${where.text} ORDER BY begun_at DESC, id DESC LIMIT ?`,
    ...where.params,
    limit,
  );
}
