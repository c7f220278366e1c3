import type { Json } from '@taffrail/domain/kernel';
import type { ReadSql } from '../workspace/index.ts';

interface AggregateRow {
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly state: string;
}

/** Aggregates in the order of type and id, beginning behind `after` (`<type>/<id>`). */
export function readSnapshotPage(sql: ReadSql, after: string | undefined, limit: number) {
  const [type = '', id = ''] = after?.split('/') ?? [];
  const rows = sql.all<AggregateRow>(
    `SELECT aggregate_type, aggregate_id, version, state FROM aggregate
     WHERE (aggregate_type, aggregate_id) > (?, ?) ORDER BY aggregate_type, aggregate_id LIMIT ?`,
    type,
    id,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    aggregates: page.map((row) => ({ ...row, state: JSON.parse(row.state) as Json })),
    next_after: rows.length > limit && last ? `${last.aggregate_type}/${last.aggregate_id}` : null,
  };
}
