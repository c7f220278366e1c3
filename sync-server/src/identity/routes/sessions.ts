import { idSchema, instantSchema, isRefusal, kernelRefusals, type Id } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route, type SessionPrincipal } from '../../http/index.ts';
import { audit } from '../audit.ts';
import { renewSession, sessionsOf } from '../sessions.ts';
import { newPasswordSchema } from '../shapes.ts';
import type { Tools } from '../tools.ts';
import { setPassword } from '../users.ts';
import { endSessions, tag } from './common.ts';

const sessionSchema = z.object({
  id: idSchema,
  created_at: instantSchema,
  used_at: instantSchema.describe('To the minute'),
  address: z.string().describe('Where it began'),
  is_this_one: z.boolean(),
});

export const sessionRoutes = (tools: Tools): readonly Route[] => [
  listSessions(tools),
  endOne(tools),
  signOut(tools),
  changePassword(tools),
];

const listSessions = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/sessions',
    summary: 'List where you are signed in',
    tag,
    who: 'session',
    answers: [{ status: 200, description: 'The one used last comes first', schema: z.object({ sessions: z.array(sessionSchema) }) }],
    door({ principal: { userId, sessionId } }) {
      const sessions = sessionsOf(registry, userId).map((session) => ({ ...session, is_this_one: session.id === sessionId }));
      return { status: 200, body: { sessions } };
    },
  });

const endOne = (tools: Tools): Route =>
  defineRoute({
    method: 'DELETE',
    path: '/api/identity/sessions/:id',
    summary: 'End a session',
    tag,
    who: 'session',
    params: z.object({ id: idSchema }),
    answers: [{ status: 204, description: 'Ended, with the streams it had open' }],
    door({ params: { id }, address, principal: { userId } }) {
      if (!sessionsOf(tools.registry, userId).some((session) => session.id === id)) {
        return kernelRefusals.not_found({ noun: 'session', id });
      }
      endSessions(tools, userId, [id], address);
      return { status: 204 };
    },
  });

const signOut = (tools: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/sign-out',
    summary: 'Sign out',
    tag,
    who: 'session',
    answers: [{ status: 204, description: 'Signed out' }],
    door({ address, principal: { userId, sessionId } }) {
      endSessions(tools, userId, [sessionId], address);
      return { status: 204, headers: { 'set-cookie': tools.cookie.cleared } };
    },
  });

const changePassword = (tools: Tools): Route =>
  defineRoute({
    method: 'PUT',
    path: '/api/identity/password',
    summary: 'Change your password',
    description: 'Ends every other session: whoever knew the old one is out.',
    tag,
    who: 'fresh',
    body: z.strictObject({ password: newPasswordSchema }),
    answers: [{ status: 204, description: 'Changed; this session goes on under a new cookie' }],
    async door({ body, address, principal }) {
      const { registry, passwords, cookie } = tools;
      const passwordHash = await passwords.hash(body.password);
      if (isRefusal(passwordHash)) return passwordHash;
      const token = registry.sql.transaction(() => {
        setPassword(registry, principal.userId, passwordHash);
        audit(registry, { type: 'password_changed', user_id: principal.userId, address });
        return renewSession(registry, principal.sessionId);
      });
      endSessions(tools, principal.userId, othersOf(tools, principal), address);
      return { status: 204, headers: { 'set-cookie': cookie.set(token) } };
    },
  });

const othersOf = ({ registry }: Tools, { userId, sessionId }: SessionPrincipal): Id[] =>
  sessionsOf(registry, userId)
    .map(({ id }) => id)
    .filter((id) => id !== sessionId);
