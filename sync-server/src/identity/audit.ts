import type { Instant, Json } from '@taffrail/domain/kernel';
import type { ReadSql } from '../workspace/index.ts';
import type { AuditEntry } from './auditEntry.ts';
import type { Registry } from './registry.ts';

export interface AuditRecord extends Omit<Required<AuditEntry>, 'user_id' | 'workspace_id'> {
  readonly seq: number;
  readonly at: Instant;
  readonly user_id: string | null;
  readonly workspace_id: string | null;
}

/** As it lies in the registry. */
export interface AuditRow extends Omit<AuditRecord, 'details'> {
  readonly details: string;
}

/** Puts an entry on the record, within the transaction of what it tells of. */
export function audit({ sql, now, recorded }: Registry, entry: AuditEntry): void {
  const { type, user_id, workspace_id, address, details = {} } = entry;
  // Heard first, so that the record still shows what was known until now.
  recorded(entry);
  sql.run(
    'INSERT INTO audit (at, type, user_id, workspace_id, address, details) VALUES (?, ?, ?, ?, ?, ?)',
    now(),
    type,
    user_id ?? null,
    workspace_id ?? null,
    address,
    JSON.stringify(details),
  );
}

/** Newest first: what a person did themselves, what happened in the workspaces they own, and what happened to everybody. */
export function readAudit({ sql }: Registry, userId: string, before: number, limit: number): AuditRecord[] {
  const rows = sql.all<AuditRow>(
    `SELECT seq, at, type, user_id, workspace_id, address, details FROM audit
     WHERE seq < ? AND (user_id = ? OR type = 'registry_restored' OR workspace_id IN (SELECT workspace_id FROM membership WHERE user_id = ? AND role = 'owner'))
     ORDER BY seq DESC LIMIT ?`,
    before,
    userId,
    userId,
    limit,
  );
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as { [name: string]: Json } }));
}

export const recordsFrom = (sql: ReadSql, seq: number): AuditRow[] =>
  sql.all<AuditRow>('SELECT seq, at, type, user_id, workspace_id, address, details FROM audit WHERE seq >= ? ORDER BY seq', seq);

/** Goes on with a record that began like this one, and leaves any other alone. */
export function goOnWith({ sql }: Registry, [shared, ...later]: readonly AuditRow[]): void {
  const [last] = recordsFrom(sql, shared?.seq ?? Number.MAX_SAFE_INTEGER);
  if (JSON.stringify(last) !== JSON.stringify(shared)) return;
  for (const { seq, at, type, user_id, workspace_id, address, details } of later) {
    sql.run(
      'INSERT INTO audit (seq, at, type, user_id, workspace_id, address, details) VALUES (?, ?, ?, ?, ?, ?, ?)',
      seq,
      at,
      type,
      user_id,
      workspace_id,
      address,
      details,
    );
  }
}
