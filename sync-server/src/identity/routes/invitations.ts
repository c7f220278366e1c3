import { idSchema, instantSchema, isRefusal, kernelRefusals } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { audit } from '../audit.ts';
import { accept, invitationsOf, invite, isOpen, join, withdraw } from '../invitations.ts';
import { identityRefusals } from '../refusals.ts';
import { newPasswordSchema, roleSchema, secretSchema, userNameSchema } from '../shapes.ts';
import type { Tools } from '../tools.ts';
import { signedInAs, tag, whoSchema } from './common.ts';

const MOST_HOURS = 30 * 24;

const invitationSchema = z.object({ id: idSchema, role: roleSchema, created_at: instantSchema, expires_at: instantSchema });
const madeSchema = invitationSchema.extend({
  secret: z.string().describe('Shown this once'),
  link: z.string().describe('To hand to whoever is invited'),
});

export const invitationRoutes = (tools: Tools): readonly Route[] => [
  makeInvitation(tools),
  listInvitations(tools),
  withdrawInvitation(tools),
  joinByInvitation(tools),
  acceptInvitation(tools),
];

const makeInvitation = ({ registry, origin }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/invitations',
    summary: 'Invite somebody to the workspace',
    tag,
    who: 'owner',
    body: z.strictObject({
      role: roleSchema,
      valid_hours: z.int().min(1).max(MOST_HOURS).default(72).describe('How long it can be accepted'),
    }),
    answers: [{ status: 201, description: 'Good for one person, once', schema: madeSchema }],
    door({ body, workspaceId, principal: { userId }, address }) {
      const made = invite(registry, { workspaceId, role: body.role, validHours: body.valid_hours, userId, address });
      return { status: 201, body: { ...made, link: `${origin()}/invitation#${made.secret}` } };
    },
  });

const listInvitations = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/invitations',
    summary: 'List invitations nobody has accepted yet',
    tag,
    who: 'owner',
    answers: [{ status: 200, description: 'The oldest first', schema: z.object({ invitations: z.array(invitationSchema) }) }],
    door: ({ workspaceId }) => ({ status: 200, body: { invitations: invitationsOf(registry, workspaceId) } }),
  });

const withdrawInvitation = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'DELETE',
    path: '/api/identity/invitations/:id',
    summary: 'Withdraw an invitation',
    tag,
    who: 'owner',
    params: z.object({ id: idSchema }),
    answers: [{ status: 204, description: 'It opens nothing any more' }],
    door({ params: { id }, workspaceId, principal: { userId }, address }) {
      return registry.sql.transaction(() => {
        if (!withdraw(registry, workspaceId, id)) return kernelRefusals.not_found({ noun: 'invitation', id });
        audit(registry, {
          type: 'invitation_withdrawn',
          user_id: userId,
          workspace_id: workspaceId,
          address,
          details: { invitation_id: id },
        });
        return { status: 204 };
      });
    },
  });

const joinByInvitation = (tools: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/join',
    summary: 'Accept an invitation as somebody new',
    tag,
    who: 'anyone',
    body: z.strictObject({ secret: secretSchema, name: userNameSchema, password: newPasswordSchema }),
    answers: [{ status: 201, description: 'A member now, and signed in', schema: whoSchema }],
    async door({ body: { secret, name, password }, ...visitor }) {
      if (!isOpen(tools.registry, secret)) return identityRefusals.invitation_over();
      const passwordHash = await tools.passwords.hash(password);
      if (isRefusal(passwordHash)) return passwordHash;
      const user = join(tools.registry, secret, name, passwordHash, visitor.address);
      return isRefusal(user) ? user : signedInAs(tools, user, visitor, 201);
    },
  });

const acceptInvitation = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/invitations/accept',
    summary: 'Accept an invitation as who you are',
    tag,
    who: 'session',
    body: z.strictObject({ secret: secretSchema }),
    answers: [{ status: 200, description: 'The workspace you belong to now', schema: z.object({ workspace_id: z.string() }) }],
    door({ body, principal: { userId }, address }) {
      const accepted = accept(registry, body.secret, userId, address);
      return isRefusal(accepted) ? accepted : { status: 200, body: { workspace_id: accepted } };
    },
  });
