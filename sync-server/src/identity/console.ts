import { isRefusal, type Id, type Instant, type Json, type Refusal } from '@taffrail/domain/kernel';
import type { Clock, ReadSql, Sql } from '../workspace/index.ts';
import { audit, goOnWith, type AuditRow } from './audit.ts';
import { CONSOLE, type AuditType } from './auditEntry.ts';
import { prepareDevices, revokeAllDevices } from './devices/index.ts';
import { offerLetIn } from './letIn.ts';
import { addMember, membersOf, roleIn, setRole } from './members.ts';
import { identityRefusals } from './refusals.ts';
import { openRegistry, type Registry } from './registry.ts';
import { userNamed, type User } from './users.ts';
import type { VaultOf } from './vaultOf.ts';
import { addWorkspace } from './workspaces.ts';

type Details = { readonly [name: string]: Json };

/** What whoever sits at the machine does without signing in. They could write into the file as well; this way it is on the record. */
export interface Console {
  /** What was done to a book whose files the registry knows nothing of. */
  note(type: Extract<AuditType, `workspace_${string}`>, workspaceId: string, details: Details): void;
  /** Which of the books nobody owns. None before the server is claimed, since whoever claims it owns them all. */
  ownerless(workspaceIds: readonly string[]): string[];
  /** Makes somebody the owner of a book that has none. */
  adopt(name: string, workspaceId: string): User | Refusal;
  /** What lets somebody in once, whatever they have lost. */
  letIn(name: string): { readonly secret: string; readonly expires_at: Instant } | Refusal;
  /**
   * A registry that was restored lets nobody in by what was given out before. Its record goes on with that of the one it replaces,
   * given from the last entry they share: what was put on record stays there.
   */
  beginAnew(details: Details, present: readonly AuditRow[]): Ended;
}

/** How many of each have ended. */
export interface Ended {
  readonly sessions: number;
  readonly devices: number;
  readonly invitations: number;
}

export function openConsole(sql: Sql, clock: Clock, vaultOf: VaultOf): Console {
  const registry = openRegistry(sql, clock, vaultOf, () => {});
  prepareDevices(registry);
  return {
    note: (type, workspace_id, details) => audit(registry, { type, workspace_id, address: CONSOLE, details }),
    ownerless: (ids) => (namesIn(sql).length === 0 ? [] : ids.filter((id) => ownersOf(registry, id).length === 0)),
    adopt: (name, workspaceId) => adopt(registry, name, workspaceId),
    letIn(name) {
      const user = personCalled(registry, name);
      return isRefusal(user) ? user : offerLetIn(registry, user.id, CONSOLE);
    },
    beginAnew: (details, present) => beginAnew(registry, details, present),
  };
}

function adopt(registry: Registry, name: string, workspaceId: string): User | Refusal {
  return registry.sql.transaction(() => {
    const user = personCalled(registry, name);
    if (isRefusal(user)) return user;
    const owners = ownersOf(registry, workspaceId);
    if (owners.length > 0) return identityRefusals.has_an_owner({ workspace_id: workspaceId, owners });
    makeOwner(registry, workspaceId, user.id);
    audit(registry, { type: 'workspace_adopted', user_id: user.id, workspace_id: workspaceId, address: CONSOLE });
    return user;
  });
}

function makeOwner(registry: Registry, workspaceId: string, userId: Id): void {
  const isKnown = registry.sql.all('SELECT 1 AS found FROM workspace WHERE id = ?', workspaceId).length > 0;
  if (!isKnown) addWorkspace(registry, workspaceId, userId);
  else if (roleIn(registry, workspaceId, userId)) setRole(registry, workspaceId, userId, 'owner');
  else addMember(registry, workspaceId, userId, 'owner');
}

/**
 * What was ended after the backup must not come back with it, and which that was nobody knows any more; so all of it ends. Whoever
 * belongs here signs in and pairs again.
 */
function beginAnew(registry: Registry, details: Details, present: readonly AuditRow[]): Ended {
  const { sql } = registry;
  return sql.transaction(() => {
    const ended = { sessions: countOf(sql, 'session'), devices: revokeAllDevices(registry), invitations: countOf(sql, 'invitation') };
    sql.exec('DELETE FROM session; DELETE FROM invitation; DELETE FROM let_in; DELETE FROM share_code;');
    goOnWith(registry, present);
    audit(registry, { type: 'registry_restored', address: CONSOLE, details: { ...details, ...ended } });
    return ended;
  });
}

function personCalled(registry: Registry, name: string): User | Refusal {
  return userNamed(registry, name) ?? identityRefusals.no_such_person({ name, names: namesIn(registry.sql) });
}

const namesIn = (sql: ReadSql): string[] => sql.all<{ name: string }>('SELECT name FROM user ORDER BY name').map(({ name }) => name);

const ownersOf = (registry: Registry, workspaceId: string): string[] =>
  membersOf(registry, workspaceId)
    .filter(({ role }) => role === 'owner')
    .map(({ name }) => name);

const countOf = (sql: ReadSql, table: 'session' | 'invitation'): number =>
  sql.all<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)[0]?.count ?? 0;
