import { kernelRefusals } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { isWorkspaceId } from '../../storage/index.ts';
import { audit } from '../audit.ts';
import { membersOf, workspacesOf } from '../members.ts';
import { identityRefusals } from '../refusals.ts';
import type { Tools } from '../tools.ts';
import { addWorkspace, removeWorkspace, wasEverUsed } from '../workspaces.ts';
import { tag } from './common.ts';

const OWNED_BY_ONE_PERSON = 20;

const workspaceIdSchema = z
  .string()
  .refine(isWorkspaceId, 'a workspace is named with 1 to 36 small letters, digits and hyphens')
  .meta({ examples: ['swing'] });

export const workspaceRoutes = (tools: Tools): readonly Route[] => [makeWorkspace(tools), deleteWorkspace(tools)];

const makeWorkspace = ({ registry, shelf }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/workspaces',
    summary: 'Make a workspace',
    description: 'A book of its own, which nobody sees but you and whom you invite. Requests name it in the Taffrail-Workspace header.',
    tag,
    who: 'session',
    body: z.strictObject({ id: workspaceIdSchema }),
    answers: [{ status: 201, description: 'Made, and yours', schema: z.object({ id: z.string() }) }],
    door({ body: { id }, principal: { userId }, address }) {
      return registry.sql.transaction(() => {
        // A book without an owner may lie there as well: it is not for whoever guesses its name.
        if (wasEverUsed(registry, id) || shelf.workspaceIds().includes(id)) return kernelRefusals.already_exists({ noun: 'workspace', id });
        const owned = workspacesOf(registry, userId).filter(({ role }) => role === 'owner');
        if (owned.length >= OWNED_BY_ONE_PERSON) return identityRefusals.too_many_workspaces({ limit: OWNED_BY_ONE_PERSON });
        addWorkspace(registry, id, userId);
        audit(registry, { type: 'workspace_created', user_id: userId, workspace_id: id, address });
        return { status: 201, body: { id } };
      });
    },
  });

const deleteWorkspace = ({ registry, revocations, shelf }: Tools): Route =>
  defineRoute({
    method: 'DELETE',
    path: '/api/identity/workspaces/:id',
    summary: 'Delete a workspace for good',
    description:
      'Its book, its backups and everything kept of it are removed from the disk. The Taffrail-Workspace header must name it too.',
    tag,
    who: 'fresh-owner',
    params: z.object({ id: workspaceIdSchema }),
    answers: [{ status: 204, description: 'Gone' }],
    async door({ params: { id }, workspaceId, principal, address }) {
      if (id !== workspaceId) return identityRefusals.workspace_unclear();
      const members = membersOf(registry, id);
      registry.sql.transaction(() => {
        removeWorkspace(registry, id);
        audit(registry, { type: 'workspace_deleted', user_id: principal.userId, workspace_id: id, address });
      });
      for (const { user_id: userId } of members) revocations.revoke({ userId, workspaceId: id });
      await shelf.remove(id);
      return { status: 204 };
    },
  });
