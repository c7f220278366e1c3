import { idSchema, kernelRefusals } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { accessRefusals, defineRoute, type Route } from '../../../http/index.ts';
import { roleIn } from '../../members.ts';
import { newSecret } from '../../secret.ts';
import { scopeSchema } from '../device.ts';
import { recordTurnedAway } from '../devices.ts';
import type { DeviceParts } from '../parts.ts';
import { PHONE_PAIRING_LASTS_MS } from '../phonePairings.ts';
import { deviceRefusals } from '../refusals.ts';
import { digitsSchema, tag, workspaceChoice } from '../shapes.ts';

const params = z.object({ id: idSchema });

export const phonePairingRoutes = (parts: DeviceParts): readonly Route[] => [offer(parts), look(parts), confirm(parts), deny(parts)];

const offer = ({ registry, phonePairings }: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/phone-pairings',
    summary: 'Begin to pair a phone',
    description: 'Show the secret as a QR code, in the fragment of a link, which no server is sent. A new one ends the one before.',
    tag,
    who: 'fresh',
    body: z.strictObject({ workspace_id: workspaceChoice, scope: scopeSchema.default('write') }),
    answers: [
      {
        status: 201,
        description: 'The secret, which one phone may bring back',
        schema: z.strictObject({ id: idSchema, secret: z.string(), expires_in: z.int().describe('Seconds until it is too late') }),
      },
    ],
    door({ principal: { userId }, address, body: { workspace_id, scope } }) {
      if (!roleIn(registry, workspace_id, userId)) return accessRefusals.no_such_workspace();
      const id = registry.newId();
      const secret = newSecret();
      phonePairings.offer(id, secret, { user_id: userId, workspace_id, approved_from: address }, scope);
      return { status: 201, body: { id, secret, expires_in: PHONE_PAIRING_LASTS_MS / 1000 } };
    },
  });

const look = ({ phonePairings }: DeviceParts): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/phone-pairings/:id',
    summary: 'See whether the phone is there',
    tag,
    who: 'session',
    params,
    answers: [
      {
        status: 200,
        description: 'The phone that waits, if one does',
        schema: z.strictObject({
          state: z.enum(['unused', 'waiting', 'over']),
          name: z.string().optional(),
          address: z.string().optional().describe('Where the phone asks from'),
          digits: digitsSchema.optional(),
        }),
      },
    ],
    door({ principal: { userId }, params: { id } }) {
      const shown = phonePairings.look(id, userId);
      return shown ? { status: 200, body: shown } : kernelRefusals.not_found({ noun: 'phone_pairing', id });
    },
  });

const confirm = ({ phonePairings }: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/phone-pairings/:id/confirm',
    summary: 'Let the phone in that shows the same digits',
    tag,
    who: 'fresh',
    params,
    answers: [{ status: 204, description: 'It gets its tokens when it asks next' }],
    door: ({ principal: { userId }, params: { id } }) =>
      phonePairings.confirm(id, userId) ? { status: 204 } : deviceRefusals.not_waiting(),
  });

const deny = ({ registry, phonePairings }: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/phone-pairings/:id/deny',
    summary: 'Turn the phone away, or take the QR code back',
    tag,
    who: 'session',
    params,
    answers: [{ status: 204, description: 'Nobody is let in by that code any more' }],
    door({ principal: { userId }, address, params: { id } }) {
      const shown = phonePairings.look(id, userId);
      if (!shown) return kernelRefusals.not_found({ noun: 'phone_pairing', id });
      phonePairings.deny(id, userId);
      if (shown.state === 'waiting') recordTurnedAway(registry, { userId, address }, { ...shown, kind: 'phone' });
      return { status: 204 };
    },
  });
