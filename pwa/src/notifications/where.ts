import type { Notice, NoticeKind } from '@taffrail/sync';
import { link } from '../routes/index.ts';

/** A checklist is about a trade, or about a day on which there is none yet. */
const isDay = (subject: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(subject);

/** Where what a notice tells of is seen, or put right. */
const places: { readonly [Kind in NoticeKind]: (subject: string) => string } = {
  position_expires: (id) => link('position', { id }),
  order_executed: (id) => link('position', { id }),
  order_cancelled: () => link('positions'),
  playbook_published: (id) => link('playbook', { id }),
  playbook_retired: (id) => link('playbook', { id }),
  cap_exceeded: (id) => (isDay(id) ? link('day', { day: id }) : link('position', { id })),
  rule_broken: (id) => link('breach', { id }),
  phase_changed: () => link('phases'),
  downgrade_near: () => link('phases'),
  device_paired: () => link('devices'),
  device_revoked: () => link('devices'),
  signed_in_elsewhere: () => link('security'),
  member_joined: () => link('members'),
  backup_failed: () => link('data'),
  storage_low: () => link('data'),
};

export const placeOf = ({ kind, subject }: Pick<Notice, 'kind' | 'subject'>): string => places[kind](subject?.id ?? '');

/** What the address of a tapped notice says; the worker, which knows no places, writes the same. */
export interface Tapped {
  readonly notice: string;
  readonly kind: string;
  readonly subject: string;
}

/** By way of the feed, which marks it as read. */
export const tappedAddress = ({ notice, kind, subject }: Tapped): string => link('notifications', undefined, { notice, kind, subject });

/** Undefined for an address that tells of no notice; it may say anything. */
export function placeOfTapped({ kind, subject }: Tapped): string | undefined {
  return Object.hasOwn(places, kind) ? places[kind as NoticeKind](subject) : undefined;
}
