import type { Instant, Json } from '@taffrail/domain/kernel';
import type { ReadSql } from '../workspace/index.ts';
import type { Registry } from './registry.ts';

/** Everything about who may do what that is worth remembering. */
export const auditTypes = [
  'server_claimed',
  'signed_in',
  'sign_in_failed',
  're_authenticated',
  'session_ended',
  'password_changed',
  'authenticator_added',
  'authenticator_removed',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'workspace_created',
  'workspace_deleted',
  'workspace_exported',
  'workspace_imported',
  'workspace_restored',
  'workspace_adopted',
  'registry_restored',
  'let_in_offered',
  'let_in_used',
  'invitation_made',
  'invitation_withdrawn',
  'invitation_accepted',
  'role_changed',
  'member_removed',
  'device_paired',
  'device_refused',
  'device_renamed',
  'device_revoked',
  'refresh_token_reused',
] as const;

export type AuditType = (typeof auditTypes)[number];

/** In place of an address: whoever sits at the machine. */
export const CONSOLE = 'console';

export interface AuditEntry {
  readonly type: AuditType;
  /** Who did it, or to whom it was done from the console; absent where nobody knows. */
  readonly user_id?: string | undefined;
  readonly workspace_id?: string;
  readonly address: string;
  readonly details?: { readonly [name: string]: Json };
}

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
export function audit({ sql, now }: Registry, { type, user_id, workspace_id, address, details = {} }: AuditEntry): void {
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
