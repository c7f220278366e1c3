import { pushPlaceSchema, pushStateSchema, pushSubscriptionSchema, type PushPlace } from '@taffrail/sync';
import type { Refusal } from '@taffrail/domain/kernel';
import { defineRoute, type Principal, type Route } from '../../http/index.ts';
import { isPushEndpoint } from '../push/addresses.ts';
import { isPublicKey } from '../push/encrypt.ts';
import { moveSubscription, subscribe, subscriptionHeldBy, unsubscribe } from '../push/subscriptions.ts';
import { noticeRefusals } from '../refusals.ts';
import type { NoticeTools } from '../tools.ts';
import { readOnly, tag } from './common.ts';

/** Each is about the device that asks: there is no address under which anybody could reach another's. */
export const pushRoutes = (tools: NoticeTools): readonly Route[] => [
  readPushState(tools),
  startPushes(tools),
  movePushes(tools),
  stopPushes(tools),
  testPush(tools),
];

const path = '/api/notices/push';

const stateOf = ({ sql, serverKey }: NoticeTools, holder: Principal) => {
  const held = subscriptionHeldBy(sql, holder);
  return { server_key: serverKey, subscription: held ? { since: held.since, kinds: held.kinds } : null };
};

const readPushState = (tools: NoticeTools): Route =>
  defineRoute({
    method: 'GET',
    path,
    summary: 'See whether this device takes pushes',
    tag,
    who: 'viewer',
    answers: [{ status: 200, description: 'What this device takes, and what it needs to subscribe', schema: pushStateSchema }],
    door: ({ principal }) => ({ status: 200, body: stateOf(tools, principal) }),
  });

const startPushes = (tools: NoticeTools): Route =>
  defineRoute({
    method: 'PUT',
    path,
    summary: 'Have notices of this workspace pushed to this device',
    description:
      'It ends with the session, or when the device is revoked. What is sent is encrypted for the device; its push service cannot read it.',
    tag,
    who: 'viewer',
    body: pushSubscriptionSchema,
    answers: [{ status: 200, description: 'Subscribed, in place of what was there', schema: pushStateSchema }],
    door({ body, ...inside }) {
      const refusal = readOnly(inside) ?? problemOf(body);
      if (refusal) return refusal;
      const { sql, newId, now, serverKey } = tools;
      subscribe(sql, inside.principal, { ...body, id: newId(), workspaceId: inside.workspaceId, serverKey, since: now() });
      return { status: 200, body: stateOf(tools, inside.principal) };
    },
  });

function problemOf({ endpoint, keys }: PushPlace): Refusal | undefined {
  if (!isPushEndpoint(endpoint)) return noticeRefusals.endpoint_not_taken({ endpoint });
  return isPublicKey(Buffer.from(keys.p256dh, 'base64url')) ? undefined : noticeRefusals.push_keys_not_taken();
}

const movePushes = ({ sql }: NoticeTools): Route =>
  defineRoute({
    method: 'PUT',
    path: `${path}/place`,
    summary: 'Say where this device takes pushes now',
    description: 'For a worker whose browser was given another address while no page was open: what goes there stays as it was chosen.',
    tag,
    who: 'signed-in',
    body: pushPlaceSchema,
    answers: [{ status: 204, description: 'Moved' }],
    door({ body, ...caller }) {
      const refusal = readOnly(caller) ?? problemOf(body);
      if (refusal) return refusal;
      const held = subscriptionHeldBy(sql, caller.principal);
      if (!held) return noticeRefusals.not_subscribed();
      moveSubscription(sql, held.id, body);
      return { status: 204 };
    },
  });

const stopPushes = ({ sql }: NoticeTools): Route =>
  defineRoute({
    method: 'DELETE',
    path,
    summary: 'Stop pushes to this device',
    tag,
    who: 'viewer',
    answers: [{ status: 204, description: 'Nothing is pushed to it any more' }],
    door(inside) {
      const refusal = readOnly(inside);
      if (refusal) return refusal;
      unsubscribe(sql, inside.principal);
      return { status: 204 };
    },
  });

const testPush = ({ sql, requestTest }: NoticeTools): Route =>
  defineRoute({
    method: 'POST',
    path: `${path}/test`,
    summary: 'Push a test to this device',
    description: 'Quiet hours do not hold it back.',
    tag,
    who: 'viewer',
    answers: [{ status: 202, description: 'On its way' }],
    door(inside) {
      const refusal = readOnly(inside);
      if (refusal) return refusal;
      const held = subscriptionHeldBy(sql, inside.principal);
      if (!held) return noticeRefusals.not_subscribed();
      requestTest(held.id);
      return { status: 202 };
    },
  });
