import { idSchema, instantSchema, kernelRefusals, type Id } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { accessRefusals, defineRoute, type DoorAnswer, type Role, type Route } from '../../http/index.ts';
import { audit } from '../audit.ts';
import { isLastOwner, membersOf, removeMember, roleIn, setRole } from '../members.ts';
import { identityRefusals } from '../refusals.ts';
import { roleSchema } from '../shapes.ts';
import type { Tools } from '../tools.ts';
import { tag } from './common.ts';

const memberSchema = z.object({ user_id: idSchema, name: z.string(), role: roleSchema, since: instantSchema });
const params = z.object({ user_id: idSchema });

export const memberRoutes = (tools: Tools): readonly Route[] => [
  listMembers(tools),
  changeRole(tools),
  removeFromWorkspace(tools),
  leave(tools),
];

const listMembers = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/members',
    summary: 'List who belongs to the workspace',
    tag,
    who: 'viewer',
    answers: [{ status: 200, description: 'Whoever came first comes first', schema: z.object({ members: z.array(memberSchema) }) }],
    door: ({ workspaceId }) => ({ status: 200, body: { members: membersOf(registry, workspaceId) } }),
  });

/** Who changes whose place in which workspace. */
interface Change {
  readonly workspaceId: string;
  readonly userId: Id;
  readonly by: Id;
  readonly address: string;
}

const changeRole = (tools: Tools): Route =>
  defineRoute({
    method: 'PUT',
    path: '/api/identity/members/:user_id',
    summary: "Change a member's role",
    tag,
    who: 'owner',
    params,
    body: z.strictObject({ role: roleSchema }),
    answers: [{ status: 204, description: 'Changed; what they had open is cut, and opens again by the new role' }],
    door: ({ params: { user_id: userId }, body: { role }, workspaceId, principal, address }) =>
      place(tools, { workspaceId, userId, by: principal.userId, address }, role),
  });

const removeFromWorkspace = (tools: Tools): Route =>
  defineRoute({
    method: 'DELETE',
    path: '/api/identity/members/:user_id',
    summary: 'Remove a member from the workspace',
    tag,
    who: 'owner',
    params,
    answers: [{ status: 204, description: 'Removed, and what they had open is cut' }],
    door: ({ params: { user_id: userId }, workspaceId, principal, address }) =>
      place(tools, { workspaceId, userId, by: principal.userId, address }, undefined),
  });

const leave = (tools: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/workspaces/:id/leave',
    summary: 'Leave a workspace',
    tag,
    who: 'session',
    params: z.object({ id: z.string().max(40) }),
    answers: [{ status: 204, description: 'You belong to it no longer' }],
    door({ params: { id }, principal: { userId }, address }) {
      if (!roleIn(tools.registry, id, userId)) return accessRefusals.no_such_workspace();
      return place(tools, { workspaceId: id, userId, by: userId, address }, undefined);
    },
  });

/** Gives somebody another place in a workspace, or none. */
function place({ registry, revocations }: Tools, { workspaceId, userId, by, address }: Change, role: Role | undefined): DoorAnswer {
  const refusal = registry.sql.transaction(() => {
    const before = roleIn(registry, workspaceId, userId);
    if (!before) return kernelRefusals.not_found({ noun: 'member', id: userId });
    if (role !== 'owner' && isLastOwner(registry, workspaceId, userId)) return identityRefusals.last_owner();
    if (role) setRole(registry, workspaceId, userId, role);
    else removeMember(registry, workspaceId, userId);
    const details = { member_id: userId, before, ...(role && { after: role }) };
    audit(registry, { type: role ? 'role_changed' : 'member_removed', user_id: by, workspace_id: workspaceId, address, details });
    return undefined;
  });
  if (refusal) return refusal;
  revocations.revoke({ userId, workspaceId });
  return { status: 204 };
}
