import { isRefusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { audit } from '../audit.ts';
import { hasAuthenticator } from '../authenticator.ts';
import { workspacesOf } from '../members.ts';
import { prove } from '../proof.ts';
import { forgetEndedSessions, renewSession } from '../sessions.ts';
import { passwordSchema, roleSchema } from '../shapes.ts';
import type { Tools } from '../tools.ts';
import { userOf, type User } from '../users.ts';
import { signedInAs, tag, whoSchema } from './common.ts';

const codeSchema = z.string().max(40).optional().describe('From the authenticator, or a recovery code; where the account asks for one');
const meSchema = whoSchema.extend({
  has_authenticator: z.boolean(),
  workspaces: z.array(z.object({ id: z.string(), role: roleSchema })),
});

export const signInRoutes = (tools: Tools): readonly Route[] => [signIn(tools), reAuthenticate(tools), me(tools)];

const signIn = (tools: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/sign-in',
    summary: 'Sign in',
    description:
      'Five failures within 15 minutes, for one name or from one network (an IPv4 address, or the /64 of an IPv6 one), and no more attempts are taken for a while.',
    tag,
    who: 'anyone',
    body: z.strictObject({ name: z.string().max(200), password: passwordSchema, code: codeSchema }),
    answers: [{ status: 200, description: 'Signed in; the cookie is the session', schema: whoSchema }],
    async door({ body, ...visitor }) {
      const user = await prove(tools, body, visitor.address);
      if (isRefusal(user)) return user;
      forgetEndedSessions(tools.registry);
      return signedInAs(tools, user, visitor, 200);
    },
  });

const reAuthenticate = (tools: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/re-authenticate',
    summary: 'Show again that it is you',
    description: 'Good for 10 minutes, for what should not be done from a screen somebody left open.',
    tag,
    who: 'session',
    body: z.strictObject({ password: passwordSchema, code: codeSchema }),
    answers: [{ status: 200, description: 'The session goes on under a new cookie', schema: whoSchema }],
    async door({ body, address, principal: { userId, sessionId } }) {
      const { registry, cookie } = tools;
      const { name } = userOf(registry, userId) as User;
      const user = await prove(tools, { ...body, name }, address);
      if (isRefusal(user)) return user;
      const token = registry.sql.transaction(() => {
        audit(registry, { type: 're_authenticated', user_id: userId, address });
        return renewSession(registry, sessionId);
      });
      return { status: 200, body: { user_id: userId, name }, headers: { 'set-cookie': cookie.set(token) } };
    },
  });

const me = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/me',
    summary: 'See who you are, and your workspaces',
    description: 'A token sees the one workspace it belongs to.',
    tag,
    who: 'signed-in',
    answers: [{ status: 200, description: 'You', schema: meSchema }],
    door({ principal }) {
      const { id, name } = userOf(registry, principal.userId) as User;
      const all = workspacesOf(registry, id);
      const workspaces = principal.by === 'session' ? all : all.filter((workspace) => workspace.id === principal.workspaceId);
      return { status: 200, body: { user_id: id, name, has_authenticator: hasAuthenticator(registry, id), workspaces } };
    },
  });
