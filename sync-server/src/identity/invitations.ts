import { addMs, isAfter, isRefusal, type Id, type Instant, type Refusal } from '@taffrail/domain/kernel';
import type { Role } from '../http/index.ts';
import { audit } from './audit.ts';
import { addMember, roleIn } from './members.ts';
import { identityRefusals } from './refusals.ts';
import type { Registry } from './registry.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { addUser, userNamed, type User } from './users.ts';

const HOUR_MS = 3_600_000;

export interface Invitation {
  readonly id: Id;
  readonly role: Role;
  readonly created_at: Instant;
  readonly expires_at: Instant;
}

interface InvitationRow extends Invitation {
  readonly workspace_id: string;
}

export interface Invite {
  readonly workspaceId: string;
  readonly role: Role;
  readonly validHours: number;
  readonly userId: Id;
  readonly address: string;
}

/** Whoever brings the secret first joins. It exists nowhere but in the answer. */
export function invite(
  registry: Registry,
  { workspaceId, role, validHours, userId, address }: Invite,
): Invitation & { readonly secret: string } {
  const { sql, now, newId } = registry;
  const secret = newSecret();
  const made = { id: newId(), role, created_at: now(), expires_at: addMs(now(), validHours * HOUR_MS) };
  sql.transaction(() => {
    sql.run('DELETE FROM invitation WHERE expires_at <= ?', now());
    sql.run(
      'INSERT INTO invitation (id, secret_hash, workspace_id, role, created_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      made.id,
      hashOfSecret(secret),
      workspaceId,
      role,
      userId,
      made.created_at,
      made.expires_at,
    );
    audit(registry, {
      type: 'invitation_made',
      user_id: userId,
      workspace_id: workspaceId,
      address,
      details: { invitation_id: made.id, role },
    });
  });
  return { ...made, secret };
}

export const invitationsOf = ({ sql, now }: Registry, workspaceId: string): Invitation[] =>
  sql.all<Invitation>(
    'SELECT id, role, created_at, expires_at FROM invitation WHERE workspace_id = ? AND expires_at > ? ORDER BY id',
    workspaceId,
    now(),
  );

/** False where the workspace has no such invitation. */
export function withdraw({ sql }: Registry, workspaceId: string, id: Id): boolean {
  const found = sql.all('SELECT 1 AS found FROM invitation WHERE id = ? AND workspace_id = ?', id, workspaceId).length > 0;
  sql.run('DELETE FROM invitation WHERE id = ? AND workspace_id = ?', id, workspaceId);
  return found;
}

/** Whether a secret still opens anything, before work is put into it. */
export const isOpen = (registry: Registry, secret: string): boolean => findOpen(registry, secret) !== undefined;

/** Somebody with an account here. Returns the workspace they belong to from now on. */
export function accept(registry: Registry, secret: string, userId: Id, address: string): string | Refusal {
  return registry.sql.transaction(() => {
    const invitation = findOpen(registry, secret);
    if (!invitation) return identityRefusals.invitation_over();
    const { id, workspace_id: workspaceId, role } = invitation;
    if (roleIn(registry, workspaceId, userId)) return identityRefusals.already_a_member();
    registry.sql.run('DELETE FROM invitation WHERE id = ?', id);
    addMember(registry, workspaceId, userId, role);
    audit(registry, {
      type: 'invitation_accepted',
      user_id: userId,
      workspace_id: workspaceId,
      address,
      details: { invitation_id: id, role },
    });
    return workspaceId;
  });
}

/** Somebody new. */
export function join(registry: Registry, secret: string, name: string, passwordHash: string, address: string): User | Refusal {
  return registry.sql.transaction(() => {
    if (!isOpen(registry, secret)) return identityRefusals.invitation_over();
    if (userNamed(registry, name)) return identityRefusals.name_taken({ name });
    const user = addUser(registry, name, passwordHash);
    const accepted = accept(registry, secret, user.id, address);
    return isRefusal(accepted) ? accepted : user;
  });
}

function findOpen({ sql, now }: Registry, secret: string): InvitationRow | undefined {
  const [row] = sql.all<InvitationRow>(
    'SELECT id, workspace_id, role, created_at, expires_at FROM invitation WHERE secret_hash = ?',
    hashOfSecret(secret),
  );
  return row && isAfter(row.expires_at, now()) ? row : undefined;
}
