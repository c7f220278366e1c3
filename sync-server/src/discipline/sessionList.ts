import type { MeasuredSession } from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';
import { whereOf } from '../http/index.ts';
import type { BookNow } from '../workspace/index.ts';
import { findSession } from './states.ts';

export interface SessionFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly currency?: string | undefined;
}

/** The newest first. */
export function listSessions(book: BookNow, { from, to, currency }: SessionFilter, limit: number): readonly MeasuredSession[] {
  const where = whereOf([
    ['session_date >= ?', from],
    ['session_date <= ?', to],
    ['currency = ?', currency],
  ]);
  const rows = book.read((sql) =>
    sql.all<{ id: Id }>(
      `SELECT id FROM discipline_session ${where.text} ORDER BY session_date DESC, currency LIMIT ?`,
      ...where.params,
      limit,
    ),
  );
  return rows.flatMap(({ id }) => findSession(book, id)?.state ?? []);
}
