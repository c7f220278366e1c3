import { instantSchema, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { accessRefusals, defineRoute, type Route } from '../../../http/index.ts';
import { roleIn } from '../../members.ts';
import { deviceKindSchema, scopeSchema } from '../device.ts';
import { recordTurnedAway } from '../devices.ts';
import type { Pairing } from '../pairings.ts';
import type { DeviceParts } from '../parts.ts';
import { deviceRefusals } from '../refusals.ts';
import { tag, userCodeSchema, workspaceChoice } from '../shapes.ts';

const params = z.object({ user_code: userCodeSchema });

export const deviceCodeRoutes = (parts: DeviceParts): readonly Route[] => [look(parts), approve(parts), deny(parts)];

const look = (parts: DeviceParts): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/device-codes/:user_code',
    summary: 'Look at the device that shows a code',
    tag,
    who: 'session',
    params,
    answers: [
      {
        status: 200,
        description: 'Who asks for what; approve only what you hold in your hands',
        schema: z.strictObject({
          kind: deviceKindSchema,
          name: z.string(),
          scope: scopeSchema,
          address: z.string().describe('Where it asks from'),
          expires_at: instantSchema,
        }),
      },
    ],
    door({ principal: { userId }, params: { user_code } }) {
      const waiting = find(parts, userId, user_code);
      return isRefusal(waiting) ? waiting : { status: 200, body: waiting };
    },
  });

const approve = (parts: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/device-codes/:user_code/approve',
    summary: 'Let the device in that shows a code',
    tag,
    who: 'fresh',
    params,
    body: z.strictObject({ workspace_id: workspaceChoice }),
    answers: [{ status: 204, description: 'It gets its tokens when it asks next' }],
    door({ principal: { userId }, address, params: { user_code }, body: { workspace_id } }) {
      if (!roleIn(parts.registry, workspace_id, userId)) return accessRefusals.no_such_workspace();
      const waiting = find(parts, userId, user_code);
      if (isRefusal(waiting)) return waiting;
      parts.deviceCodes.approve(user_code, { user_id: userId, workspace_id, approved_from: address });
      return { status: 204 };
    },
  });

const deny = (parts: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/device-codes/:user_code/deny',
    summary: 'Turn the device away that shows a code',
    tag,
    who: 'session',
    params,
    answers: [{ status: 204, description: 'It is told when it asks next' }],
    door({ principal: { userId }, address, params: { user_code } }) {
      const waiting = find(parts, userId, user_code);
      if (isRefusal(waiting)) return waiting;
      parts.deviceCodes.deny(user_code);
      recordTurnedAway(parts.registry, { userId, address }, waiting);
      return { status: 204 };
    },
  });

/** A code is short, so a person who keeps missing is guessing. */
function find({ deviceCodes, attempts }: DeviceParts, userId: string, userCode: string): Pairing | Refusal {
  const attempt = attempts.begin([`user codes by ${userId}`]);
  if (isRefusal(attempt)) return attempt;
  const waiting = deviceCodes.look(userCode);
  if (!waiting) return deviceRefusals.not_waiting();
  attempt.forgive();
  return waiting;
}
