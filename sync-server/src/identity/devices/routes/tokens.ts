import { isRefusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../../http/index.ts';
import { deviceNameSchema, deviceSchema, scopeSchema } from '../device.ts';
import { deviceOf } from '../devices.ts';
import { letIn, letScriptIn, refresh } from '../grants.ts';
import type { DeviceParts } from '../parts.ts';
import { secretSchema, tag, tokensSchema, workspaceChoice } from '../shapes.ts';

export const tokenRoutes = (parts: DeviceParts): readonly Route[] => [collect(parts), refreshRoute(parts), makeScriptToken(parts)];

const collect = (parts: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/device-tokens',
    summary: 'Ask whether you are let in',
    description:
      'A device that waits asks again every `interval` seconds. Until somebody decided it is refused with `authorization_pending`, or with `slow_down` ' +
      'when it asks too often; then it gets its tokens, once.',
    tag,
    who: 'anyone',
    body: z.strictObject({ device_code: secretSchema }),
    answers: [{ status: 200, description: 'Its tokens', schema: tokensSchema }],
    door({ body: { device_code } }) {
      const tokens = letIn(parts, device_code);
      return isRefusal(tokens) ? tokens : { status: 200, body: tokens };
    },
  });

const refreshRoute = (parts: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/device-tokens/refresh',
    summary: 'Exchange a refresh token for new tokens',
    description:
      'A refresh token is good once. Sent again within half a minute it gets the same answer, for the case that the first was lost on its way; ' +
      'after that it is taken for stolen, and the device is revoked.',
    tag,
    who: 'anyone',
    body: z.strictObject({ refresh_token: secretSchema }),
    answers: [{ status: 200, description: 'Its next tokens', schema: tokensSchema }],
    door({ address, body: { refresh_token } }) {
      const tokens = refresh(parts, refresh_token, address);
      return isRefusal(tokens) ? tokens : { status: 200, body: tokens };
    },
  });

const makeScriptToken = (parts: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/script-tokens',
    summary: 'Make a token for a script',
    description: 'It works until you revoke it in the list of devices, and is shown this once.',
    tag,
    who: 'fresh',
    body: z.strictObject({ name: deviceNameSchema, workspace_id: workspaceChoice, scope: scopeSchema }),
    answers: [
      {
        status: 201,
        description: 'The token, and what the list shows of it',
        schema: z.object({ token: z.string(), device: deviceSchema }),
      },
    ],
    door({ principal: { userId }, address, body: { name, workspace_id, scope } }) {
      const made = letScriptIn(parts, { kind: 'script', name, scope, address }, { user_id: userId, workspace_id, approved_from: address });
      if (isRefusal(made)) return made;
      return { status: 201, body: { token: made.token, device: deviceOf(parts.registry, userId, made.deviceId) } };
    },
  });
