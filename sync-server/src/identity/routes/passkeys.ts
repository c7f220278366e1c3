import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { instantSchema, isRefusal, kernelRefusals } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { accessRefusals, defineRoute, type Route } from '../../http/index.ts';
import { audit } from '../audit.ts';
import { networkOf } from '../network.ts';
import { addPasskey, passkeysOf, removePasskey } from '../passkeys.ts';
import { identityRefusals } from '../refusals.ts';
import { userNameSchema } from '../shapes.ts';
import type { Tools } from '../tools.ts';
import { userOf, type User } from '../users.ts';
import { signedInAs, tag, whoSchema } from './common.ts';

const passkeySchema = z.object({ id: z.string(), name: z.string(), created_at: instantSchema });
const optionsSchema = z.looseObject({ challenge: z.string() }).describe('For the browser, as WebAuthn writes it');
const text = z.string().max(20_000);
/** As a browser's PublicKeyCredential writes itself as JSON; the signature in it decides whether it is believed. */
const credentialSchema = z.looseObject({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: text }),
  clientExtensionResults: z.looseObject({}),
});

export const passkeyRoutes = (tools: Tools): readonly Route[] => [
  beginAdding(tools),
  add(tools),
  list(tools),
  remove(tools),
  beginSigningIn(tools),
  signIn(tools),
];

const beginAdding = ({ registry, passkeys }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/passkeys/options',
    summary: 'Begin to add a passkey',
    tag,
    who: 'fresh',
    answers: [{ status: 200, description: 'What to ask the device for', schema: optionsSchema }],
    door: async ({ principal: { userId } }) => ({ status: 200, body: await passkeys.beginAdding(userOf(registry, userId) as User) }),
  });

const add = ({ registry, passkeys }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/passkeys',
    summary: 'Add a passkey',
    tag,
    who: 'fresh',
    body: z.strictObject({ name: userNameSchema.describe('To tell it from the others'), credential: credentialSchema }),
    answers: [{ status: 201, description: 'It signs you in from now on', schema: passkeySchema }],
    async door({ body: { name, credential }, principal: { userId }, address }) {
      const checked = await passkeys.check(userId, credential as unknown as RegistrationResponseJSON);
      if (!checked) return identityRefusals.passkey_refused();
      return registry.sql.transaction(() => {
        const passkey = addPasskey(registry, userId, name, checked);
        audit(registry, { type: 'passkey_added', user_id: userId, address, details: { passkey_id: passkey.id, name } });
        return { status: 201, body: passkey };
      });
    },
  });

const list = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/passkeys',
    summary: 'List your passkeys',
    tag,
    who: 'session',
    answers: [{ status: 200, description: 'The oldest first', schema: z.object({ passkeys: z.array(passkeySchema) }) }],
    door: ({ principal: { userId } }) => ({ status: 200, body: { passkeys: passkeysOf(registry, userId) } }),
  });

const remove = ({ registry }: Tools): Route =>
  defineRoute({
    method: 'DELETE',
    path: '/api/identity/passkeys/:id',
    summary: 'Remove a passkey',
    tag,
    who: 'fresh',
    params: z.object({ id: z.string().max(2_000) }),
    answers: [{ status: 204, description: 'It signs nobody in any more' }],
    door({ params: { id }, principal: { userId }, address }) {
      if (!passkeysOf(registry, userId).some((passkey) => passkey.id === id)) return kernelRefusals.not_found({ noun: 'passkey', id });
      registry.sql.transaction(() => {
        removePasskey(registry, userId, id);
        audit(registry, { type: 'passkey_removed', user_id: userId, address, details: { passkey_id: id } });
      });
      return { status: 204 };
    },
  });

const beginSigningIn = ({ passkeys }: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/passkey-sign-in/options',
    summary: 'Begin to sign in with a passkey',
    tag,
    who: 'anyone',
    answers: [{ status: 200, description: 'What to have signed', schema: optionsSchema }],
    door: async () => ({ status: 200, body: await passkeys.beginSigningIn() }),
  });

const signIn = (tools: Tools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/passkey-sign-in',
    summary: 'Sign in with a passkey',
    description: 'Asks for no code: the device has asked for a finger or a PIN.',
    tag,
    who: 'anyone',
    body: z.strictObject({ credential: credentialSchema }),
    answers: [{ status: 200, description: 'Signed in; the cookie is the session', schema: whoSchema }],
    async door({ body: { credential }, ...visitor }) {
      const { registry, attempts, passkeys } = tools;
      const attempt = attempts.begin([`network ${networkOf(visitor.address)}`]);
      if (isRefusal(attempt)) return attempt;
      const userId = await passkeys.signIn(credential as unknown as AuthenticationResponseJSON);
      if (userId === undefined) {
        audit(registry, { type: 'sign_in_failed', address: visitor.address });
        return accessRefusals.sign_in_failed();
      }
      attempt.forgive();
      return signedInAs(tools, userOf(registry, userId) as User, visitor, 200);
    },
  });
