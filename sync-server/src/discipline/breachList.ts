import type { Breach, Days } from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';
import { whereOf, type ListPlace } from '../http/index.ts';
import type { BookNow, ReadSql } from '../workspace/index.ts';
import { findBreach } from './states.ts';

export interface BreachFilter {
  readonly rule_key?: string | undefined;
  readonly scope?: string | undefined;
  readonly account_id?: string | undefined;
  readonly standing?: 'true' | 'false' | undefined;
  /** With a day among them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The newest first. */
export function listBreaches(sql: ReadSql, filter: BreachFilter, after: ListPlace | undefined, limit: number): ListPlace[] {
  const where = whereOf([
    ['rule_key = ?', filter.rule_key],
    ['scope = ?', filter.scope],
    ['account_id = ?', filter.account_id],
    ['withdrawn = ?', filter.standing === undefined ? undefined : Number(filter.standing === 'false')],
    ['last_day >= ?', filter.from],
    ['first_day <= ?', filter.to],
    ['(recorded_at, id) < (?, ?)', after?.at, after?.id],
  ]);
  return sql.all<{ at: string; id: string }>(
    `SELECT recorded_at AS at, id FROM discipline_breach ${where.text} ORDER BY recorded_at DESC, id DESC LIMIT ?`,
    ...where.params,
    limit,
  );
}

/** All that stand on any of these days. */
export function breachesOn(book: BookNow, { first, last }: Days): readonly Breach[] {
  const rows = book.read((sql) =>
    sql.all<{ id: Id }>(
      'SELECT id FROM discipline_breach WHERE withdrawn = 0 AND first_day <= ? AND last_day >= ? ORDER BY first_day, id',
      last,
      first,
    ),
  );
  return rows.map(({ id }) => listedBreach(book, id).state);
}

export function listedBreach(book: Pick<BookNow, 'state'>, id: Id): NonNullable<ReturnType<typeof findBreach>> {
  const breach = findBreach(book, id);
  if (!breach) throw new Error(`breach ${id} is listed but is not there`);
  return breach;
}
