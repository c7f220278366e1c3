import { instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { chosenKindsSchema, type Notice } from './notices.ts';

const base64url = (bytes: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}$`), `must be ${bytes} bytes in base64url without padding`);

/** Where a browser takes pushes, as `PushSubscription.toJSON()` says it. */
export const pushPlaceSchema = z.strictObject({
  endpoint: z.url('must be an address').max(1_000),
  keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }),
});

export type PushPlace = z.infer<typeof pushPlaceSchema>;

export const pushSubscriptionSchema = pushPlaceSchema.extend({ kinds: chosenKindsSchema.describe('What goes to this device') });

export type PushSubscriptionSaid = z.infer<typeof pushSubscriptionSchema>;

export const pushStateSchema = z.object({
  server_key: z.string().describe("The server's public key, for `applicationServerKey`"),
  subscription: z.object({ since: instantSchema, kinds: chosenKindsSchema }).nullable().describe('That of this device'),
});

export type PushState = z.infer<typeof pushStateSchema>;

/**
 * What arrives on a device: one notice, how many came while nothing was pushed, or that pushing works. Only this server can have
 * encrypted it, so a worker reads it without a schema; it looks only whether it knows the kind.
 */
export type Push =
  | { readonly says: 'notice'; readonly notice: Notice; readonly unread: number }
  | { readonly says: 'several'; readonly count: number; readonly unread: number }
  | { readonly says: 'test'; readonly unread: number };
