import { daySchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

/**
 * Everything the server ever tells a person by itself. A kind says what its notices carry, so that a face can word them, whether
 * they also go to a device that asked for nothing in particular, and whether they are worth waking one that saves its battery. A new
 * kind is an entry here, a source on the server, and its words.
 */
export const noticeKinds = {
  position_expires: {
    params: z.object({ symbol: z.string(), expiry: daySchema, days_left: z.int().min(0) }),
    isPushed: true,
    isUrgent: true,
  },
  order_executed: { params: z.object({ symbol: z.string() }), isPushed: true, isUrgent: false },
  order_cancelled: { params: z.object({ symbol: z.string(), reason: z.enum(['cancelled', 'expired']) }), isPushed: true, isUrgent: false },
  playbook_published: { params: z.object({ name: z.string(), version: z.int().min(1) }), isPushed: false, isUrgent: false },
  playbook_retired: { params: z.object({ name: z.string() }), isPushed: false, isUrgent: false },
  cap_exceeded: {
    params: z.object({ symbol: z.string(), intended_risk_pct: z.string(), risk_cap_pct: z.string() }),
    isPushed: true,
    isUrgent: false,
  },
  rule_broken: { params: z.object({ rule_key: z.string(), sentence: z.string() }), isPushed: true, isUrgent: false },
  phase_changed: { params: z.object({ from_phase: z.string(), to_phase: z.string() }), isPushed: true, isUrgent: false },
  downgrade_near: { params: z.object({ phase: z.string(), sentence: z.string() }), isPushed: true, isUrgent: false },
  device_paired: { params: z.object({ name: z.string() }), isPushed: true, isUrgent: true },
  device_revoked: { params: z.object({ name: z.string(), reason: z.enum(['revoked', 'token_reused']) }), isPushed: true, isUrgent: true },
  signed_in_elsewhere: { params: z.object({ address: z.string() }), isPushed: true, isUrgent: true },
  member_joined: { params: z.object({ name: z.string() }), isPushed: false, isUrgent: false },
  backup_failed: { params: z.object({ last_backup_at: instantSchema.nullable() }), isPushed: true, isUrgent: false },
  storage_low: { params: z.object({ free_mb: z.int().min(0) }), isPushed: true, isUrgent: false },
} as const;

export type NoticeKind = keyof typeof noticeKinds;

export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

/** What a notice says: its kind, with the parameters of that kind. */
export type NoticeSaid = {
  readonly [Kind in NoticeKind]: { readonly kind: Kind; readonly params: Readonly<z.infer<(typeof noticeKinds)[Kind]['params']>> };
}[NoticeKind];
