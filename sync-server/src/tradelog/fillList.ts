import type { ReadSql } from '../workspace/index.ts';
import { whereOf, type ListPlace } from '../http/index.ts';

export interface FillFilter {
  readonly account_id?: string | undefined;
  readonly symbol?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface FillRow {
  readonly id: string;
  readonly occurred_at: string;
  readonly position_id: string;
  readonly account_id: string;
  readonly leg_id: string;
  readonly instrument_type: string;
  readonly symbol: string;
  readonly expiry: string | null;
  readonly strike: string | null;
  readonly right: string | null;
  readonly multiplier: string;
  readonly kind: string;
  readonly price: string | null;
  readonly quantity: string;
  readonly currency: string;
  readonly fees_minor: number;
  readonly recorded_at: string;
  readonly voided: number;
}

/** In market order; fills of the same moment by id, so that a page can begin between them. */
export function listFills(sql: ReadSql, filter: FillFilter, after: ListPlace | undefined, limit: number): FillRow[] {
  const where = whereOf([
    ['p.account_id = ?', filter.account_id],
    ['l.symbol = ?', filter.symbol],
    ['f.occurred_at >= ?', filter.from],
    ['f.occurred_at < ?', filter.to],
    ['(f.occurred_at, f.id) > (?, ?)', after?.at, after?.id],
  ]);
  return sql.all<FillRow>(
    `SELECT f.id, f.position_id, p.account_id, f.leg_id, l.instrument_type, l.symbol, l.expiry, l.strike, l.right, l.multiplier,
       f.kind, f.price, f.quantity, f.currency, f.fees_minor, f.occurred_at, f.recorded_at, f.voided
     FROM tradelog_fill f
     JOIN tradelog_leg l ON l.position_id = f.position_id AND l.id = f.leg_id
     JOIN tradelog_position p ON p.id = f.position_id
     ${where.text}
     ORDER BY f.occurred_at, f.id LIMIT ?`,
    ...where.params,
    limit,
  );
}
