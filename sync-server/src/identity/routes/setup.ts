import { isRefusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { newPasswordSchema, secretSchema, userNameSchema } from '../shapes.ts';
import type { Tools } from '../tools.ts';
import { signedInAs, tag, whoSchema } from './common.ts';

export const setupRoutes = (tools: Tools): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/api/identity/setup',
    summary: 'See whether the server has an owner',
    tag,
    who: 'anyone',
    answers: [{ status: 200, description: 'Whether it was claimed', schema: z.object({ claimed: z.boolean() }) }],
    door: () => ({ status: 200, body: { claimed: tools.setup.isClaimed() } }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/identity/setup',
    summary: 'Claim a new server',
    description:
      'The token lies in the data folder, in the file `setup-token`, and is good for 15 minutes after a start. Whoever brings it first owns every workspace there is.',
    tag,
    who: 'anyone',
    body: z.strictObject({ token: secretSchema, name: userNameSchema, password: newPasswordSchema }),
    answers: [{ status: 201, description: 'Claimed, and signed in', schema: whoSchema }],
    async door({ body, ...visitor }) {
      const user = await tools.setup.claim(body, visitor.address);
      return isRefusal(user) ? user : signedInAs(tools, user, visitor, 201);
    },
  }),
];
