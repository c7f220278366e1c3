import type { Id, Instant } from '@taffrail/domain/kernel';
import type { Role } from '../http/index.ts';
import type { Registry } from './registry.ts';

export interface Member {
  readonly user_id: Id;
  readonly name: string;
  readonly role: Role;
  readonly since: Instant;
}

export interface MyWorkspace {
  readonly id: string;
  readonly role: Role;
}

/** Whoever belonged to a workspace first sees it first. */
export const workspacesOf = ({ sql }: Registry, userId: Id): MyWorkspace[] =>
  sql.all<MyWorkspace>('SELECT workspace_id AS id, role FROM membership WHERE user_id = ? ORDER BY since, rowid', userId);

export const roleIn = ({ sql }: Registry, workspaceId: string, userId: Id): Role | undefined =>
  sql.all<{ role: Role }>('SELECT role FROM membership WHERE workspace_id = ? AND user_id = ?', workspaceId, userId)[0]?.role;

export const membersOf = ({ sql }: Registry, workspaceId: string): Member[] =>
  sql.all<Member>(
    `SELECT user_id, name, role, since FROM membership JOIN user ON user.id = user_id
     WHERE workspace_id = ? ORDER BY since, membership.rowid`,
    workspaceId,
  );

export function addMember({ sql, now }: Registry, workspaceId: string, userId: Id, role: Role): void {
  sql.run('INSERT INTO membership (workspace_id, user_id, role, since) VALUES (?, ?, ?, ?)', workspaceId, userId, role, now());
}

export function setRole({ sql }: Registry, workspaceId: string, userId: Id, role: Role): void {
  sql.run('UPDATE membership SET role = ? WHERE workspace_id = ? AND user_id = ?', role, workspaceId, userId);
}

export function removeMember({ sql }: Registry, workspaceId: string, userId: Id): void {
  sql.run('DELETE FROM membership WHERE workspace_id = ? AND user_id = ?', workspaceId, userId);
}

/** A workspace nobody owns could never be shared, exported or deleted again. */
export function isLastOwner(registry: Registry, workspaceId: string, userId: Id): boolean {
  const owners = membersOf(registry, workspaceId).filter(({ role }) => role === 'owner');
  return owners.length === 1 && owners[0]?.user_id === userId;
}
