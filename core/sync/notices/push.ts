import { instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { chosenKindsSchema, noticeSchema, readNotice, type Notice } from './notices.ts';

const base64url = (bytes: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}$`), `must be ${bytes} bytes in base64url without padding`);

/** Where a browser takes pushes, as `PushSubscription.toJSON()` says it. */
export const pushSubscriptionSchema = z.strictObject({
  endpoint: z.url('must be an address').max(1_000),
  keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }),
  kinds: chosenKindsSchema.describe('What goes to this device'),
});

export type PushSubscriptionSaid = z.infer<typeof pushSubscriptionSchema>;

export const pushStateSchema = z.object({
  server_key: z.string().describe("The server's public key, for `applicationServerKey`"),
  subscription: z.object({ since: instantSchema, kinds: chosenKindsSchema }).nullable().describe('That of this device'),
});

/** What arrives on a device: one notice, how many came while nothing was pushed, or that pushing works. */
const pushSchema = z.discriminatedUnion('says', [
  z.object({ says: z.literal('notice'), notice: noticeSchema, unread: z.int() }),
  z.object({ says: z.literal('several'), count: z.int(), unread: z.int() }),
  z.object({ says: z.literal('test'), unread: z.int() }),
]);

export type Push =
  | { readonly says: 'notice'; readonly notice: Notice; readonly unread: number }
  | { readonly says: 'several'; readonly count: number; readonly unread: number }
  | { readonly says: 'test'; readonly unread: number };

/** Undefined for what nobody here could word. */
export function readPush(given: unknown): Push | undefined {
  const push = pushSchema.safeParse(given);
  if (!push.success) return undefined;
  if (push.data.says !== 'notice') return push.data;
  const notice = readNotice(push.data.notice);
  return notice && { ...push.data, notice };
}
