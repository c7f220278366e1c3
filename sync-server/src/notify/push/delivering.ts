import { createHash } from 'node:crypto';
import { addMs, type Instant } from '@taffrail/domain/kernel';
import { noticeKinds, type Notice, type Push } from '@taffrail/sync';
import type { Job, Sql } from '../../workspace/index.ts';
import { choicesOf } from '../choices.ts';
import { unreadOf } from '../notices.ts';
import type { People } from '../../identity/index.ts';
import { quietUntil } from '../quietHours.ts';
import { encrypt } from './encrypt.ts';
import type { PushAnswer, PushDoor } from './pushDoor.ts';
import type { ServerKey } from './serverKey.ts';
import { removeSubscription, subscriptionOf, type Subscription } from './subscriptions.ts';
import { forgetOldNews, stopWaiting, waitingFor } from './waiting.ts';
import { voucher } from './voucher.ts';

export const PUSH_JOB = 'push';
export const PUSH_TEST_JOB = 'push-test';

const HOUR_MS = 3_600_000;
/** What could not be brought by then is no news any more; it stays in the feed. */
const NEWS_FOR_MS = 24 * HOUR_MS;
const VOUCHER_LASTS_MS = 12 * HOUR_MS;
/** A service that asks for more patience than this is asked again all the same. */
const LONGEST_PATIENCE_MS = HOUR_MS;
const TOPIC_CHARS = 32;

export interface DeliveryParts {
  readonly sql: Sql;
  readonly people: Pick<People, 'hasSession'>;
  readonly key: ServerKey;
  readonly door: PushDoor;
  /** Whom push services can turn to. */
  readonly contact: () => string;
  readonly failed: (what: string, error: unknown) => void;
}

/** Brings pushes to devices: jobs, one for each device, so that one that cannot be reached holds up no other. */
export function openDelivery({ sql, people, key, door, contact, failed }: DeliveryParts) {
  async function deliverWaiting({ key: id }: Job, now: Instant): Promise<Instant | undefined> {
    const subscription = reachable(id);
    if (!subscription) return undefined;
    const { quiet_hours } = choicesOf(sql, subscription.userId);
    const quiet = quiet_hours && quietUntil(quiet_hours, now);
    if (quiet) return quiet;
    forgetOldNews(sql, id, addMs(now, -NEWS_FOR_MS));
    const waiting = waitingFor(sql, id);
    const [newest] = waiting;
    if (!newest) return undefined;
    const push = pushOf(waiting, newest, unreadOf(sql, subscription));
    const again = await bring(subscription, push, now);
    if (again) return again;
    stopWaiting(sql, id, waiting);
    // What came while the door was open was asked for again; what came in the same millisecond is found here.
    return waitingFor(sql, id).length > 0 ? now : undefined;
  }

  async function deliverTest({ key: id }: Job, now: Instant): Promise<undefined> {
    const subscription = reachable(id);
    if (subscription) await bring(subscription, { says: 'test', unread: unreadOf(sql, subscription) }, now);
  }

  /** A session that ended by itself leaves its subscription behind, and one made for another key reaches nobody. */
  function reachable(id: string): Subscription | undefined {
    const subscription = subscriptionOf(sql, id);
    if (!subscription) return undefined;
    const { sessionId, userId, serverKey } = subscription;
    const isThere = sessionId === null || people.hasSession(userId, sessionId);
    if (isThere && serverKey === key.publicKey) return subscription;
    removeSubscription(sql, id);
    return undefined;
  }

  /** Returns when to try again, where the service says so. */
  async function bring(subscription: Subscription, push: Push, now: Instant): Promise<Instant | undefined> {
    const { endpoint, p256dh, auth, id } = subscription;
    const receiver = { publicKey: Buffer.from(p256dh, 'base64url'), authSecret: Buffer.from(auth, 'base64url') };
    const audience = new URL(endpoint).origin;
    const authorization = voucher(key, { audience, expiresAt: addMs(now, VOUCHER_LASTS_MS), contact: contact() });
    const body = encrypt(Buffer.from(JSON.stringify(push)), receiver);
    const answer = await door({ endpoint, headers: { ...headersOf(push), authorization }, body });
    return settle(id, audience, answer, now);
  }

  function settle(id: string, audience: string, { status, retryAfter }: PushAnswer, now: Instant): Instant | undefined {
    if (status >= 200 && status < 300) return undefined;
    if (status === 404 || status === 410) {
      removeSubscription(sql, id);
      return undefined;
    }
    const patienceMs = Number(retryAfter) * 1000;
    if (status === 429 || status >= 500) {
      if (patienceMs > 0) return addMs(now, Math.min(patienceMs, LONGEST_PATIENCE_MS));
      throw new Error(`${audience} answered a push with ${status}`);
    }
    // Anything else will be the same the next time, so it is not asked again.
    failed('a push was not taken', new Error(`${audience} answered a push with ${status}`));
    return undefined;
  }

  return { deliverWaiting, deliverTest };
}

const pushOf = (waiting: readonly Notice[], newest: Notice, unread: number): Push =>
  waiting.length === 1 ? { says: 'notice', notice: newest, unread } : { says: 'several', count: waiting.length, unread };

function headersOf(push: Push): { readonly [name: string]: string } {
  const isUrgent = push.says === 'test' || (push.says === 'notice' && noticeKinds[push.notice.kind].isUrgent);
  return {
    'content-type': 'application/octet-stream',
    'content-encoding': 'aes128gcm',
    ttl: String(NEWS_FOR_MS / 1000),
    urgency: isUrgent ? 'high' : 'normal',
    topic: topicOf(push),
  };
}

/** While a device is off, a later push about the same thing takes the place of the one before. */
function topicOf(push: Push): string {
  const about = push.says === 'notice' ? JSON.stringify(push.notice.subject ?? push.notice.id) : push.says;
  return createHash('sha256').update(about).digest('base64url').slice(0, TOPIC_CHARS);
}
