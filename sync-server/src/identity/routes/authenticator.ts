import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { audit } from '../audit.ts';
import { confirmAuthenticator, enrolAuthenticator, hasAuthenticator, removeAuthenticator } from '../authenticator.ts';
import { identityRefusals } from '../refusals.ts';
import type { Tools } from '../tools.ts';
import { userOf, type User } from '../users.ts';
import { tag } from './common.ts';

const enrolmentSchema = z.object({
  secret: z.string().describe('To type into an authenticator'),
  uri: z.string().describe('The same, to be shown as a QR code'),
});

const recoverySchema = z.object({ recovery_codes: z.array(z.string()).describe('Each good once in place of a code; shown this once') });

export const authenticatorRoutes = (tools: Tools): readonly Route[] => [enrol(tools), confirm(tools), remove(tools)];

const enrol = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/authenticator',
    summary: 'Begin to use an authenticator',
    description: 'Nothing changes until a code from it confirms that it took the secret.',
    tag,
    who: 'fresh',
    answers: [{ status: 201, description: 'What the authenticator needs to know', schema: enrolmentSchema }],
    door({ principal: { userId } }) {
      if (hasAuthenticator(registry, userId)) return identityRefusals.authenticator_in_use();
      const { name } = userOf(registry, userId) as User;
      return { status: 201, body: enrolAuthenticator(registry, userId, name) };
    },
  });

const confirm = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/authenticator/confirm',
    summary: 'Confirm the authenticator with its first code',
    description: 'From now on signing in asks for a code.',
    tag,
    who: 'fresh',
    body: z.strictObject({ code: z.string().max(10) }),
    answers: [{ status: 200, description: 'In use', schema: recoverySchema }],
    door({ body, principal: { userId }, address }) {
      return registry.sql.transaction(() => {
        const codes = confirmAuthenticator(registry, userId, body.code);
        if (!codes) return identityRefusals.code_wrong();
        audit(registry, { type: 'authenticator_added', user_id: userId, address });
        return { status: 200, body: { recovery_codes: codes } };
      });
    },
  });

const remove = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'DELETE',
    path: '/api/identity/authenticator',
    summary: 'Stop using the authenticator',
    tag,
    who: 'fresh',
    answers: [{ status: 204, description: 'Signing in asks for no code any more, and the recovery codes are void' }],
    door({ principal: { userId }, address }) {
      registry.sql.transaction(() => {
        removeAuthenticator(registry, userId);
        audit(registry, { type: 'authenticator_removed', user_id: userId, address });
      });
      return { status: 204 };
    },
  });
