import type { Id } from '@taffrail/domain/kernel';
import { addMember } from './members.ts';
import type { Registry } from './registry.ts';

export function addWorkspace(registry: Registry, id: string, ownerId: Id): void {
  registry.sql.run('INSERT INTO workspace (id, created_at) VALUES (?, ?)', id, registry.now());
  addMember(registry, id, ownerId, 'owner');
}

/** No name is used twice: whoever owned the next would read the record of the one before. */
export const wasEverUsed = ({ sql }: Registry, id: string): boolean =>
  sql.all('SELECT 1 AS found FROM workspace WHERE id = ? UNION ALL SELECT 1 FROM audit WHERE workspace_id = ?', id, id).length > 0;

/** Memberships and invitations go with it. */
export function removeWorkspace({ sql }: Registry, id: string): void {
  sql.run('DELETE FROM workspace WHERE id = ?', id);
}
