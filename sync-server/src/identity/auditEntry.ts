import type { Json } from '@taffrail/domain/kernel';

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

type AuditType = (typeof auditTypes)[number];

export interface AuditEntry {
  readonly type: AuditType;
  /** Who did it; absent where nobody knows. */
  readonly user_id?: string | undefined;
  readonly workspace_id?: string;
  readonly address: string;
  readonly details?: { readonly [name: string]: Json };
}

/** Hears of what is about to go on the record, in the transaction that puts it there. */
export type Recorded = (entry: AuditEntry) => void;
