import { isRefusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../../http/index.ts';
import { newSecret } from '../../secret.ts';
import { deviceKindSchema, deviceNameSchema, scopeSchema } from '../device.ts';
import { DEVICE_CODE_LASTS_MS } from '../deviceCodes.ts';
import { POLL_INTERVAL_MS } from '../pairings.ts';
import type { DeviceParts } from '../parts.ts';
import { PHONE_PAIRING_LASTS_MS } from '../phonePairings.ts';
import { digitsSchema, secretSchema, tag, userCodeSchema, waitingShape } from '../shapes.ts';

/** How a device that nobody knows yet asks to be let in. */
export const askingRoutes = (parts: DeviceParts): readonly Route[] => [askByCode(parts), askBySecret(parts)];

const askByCode = ({ deviceCodes, origin }: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/device-codes',
    summary: 'Ask to be let in, as a device with a screen',
    description:
      'The device shows `user_code`; its trader types it at `verification_uri`, where they are signed in, and decides. Meanwhile the device asks with its `device_code`.',
    tag,
    who: 'anyone',
    body: z.strictObject({ kind: deviceKindSchema, name: deviceNameSchema, scope: scopeSchema.default('write') }),
    answers: [
      {
        status: 201,
        description: 'The codes',
        schema: z.strictObject({
          user_code: userCodeSchema,
          verification_uri: z.string().describe('Where the code is typed'),
          ...waitingShape,
        }),
      },
    ],
    door({ address, body }) {
      const deviceCode = newSecret();
      const asked = deviceCodes.ask(deviceCode, { ...body, address });
      if (isRefusal(asked)) return asked;
      return {
        status: 201,
        body: {
          device_code: deviceCode,
          user_code: asked.user_code,
          verification_uri: `${origin()}/pair`,
          expires_in: DEVICE_CODE_LASTS_MS / 1000,
          interval: POLL_INTERVAL_MS / 1000,
        },
      };
    },
  });

const askBySecret = ({ phonePairings }: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/phone-pairings/redeem',
    summary: 'Ask to be let in, as a phone that read the QR code',
    description: 'Show the digits, and ask with `device_code` whether you are let in. A secret brought a second time lets nobody in.',
    tag,
    who: 'anyone',
    body: z.strictObject({ secret: secretSchema, name: deviceNameSchema }),
    answers: [
      { status: 201, description: 'What to show and how to ask', schema: z.strictObject({ digits: digitsSchema, ...waitingShape }) },
    ],
    door({ address, body: { secret, name } }) {
      const deviceCode = newSecret();
      const redeemed = phonePairings.redeem(secret, deviceCode, { name, address });
      if (isRefusal(redeemed)) return redeemed;
      const { digits } = redeemed;
      return {
        status: 201,
        body: { digits, device_code: deviceCode, expires_in: PHONE_PAIRING_LASTS_MS / 1000, interval: POLL_INTERVAL_MS / 1000 },
      };
    },
  });
