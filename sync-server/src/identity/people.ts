import type { Id } from '@taffrail/domain/kernel';
import { membersOf, type Member } from './members.ts';
import type { Registry } from './registry.ts';
import { sessionsOf } from './sessions.ts';
import { userOf } from './users.ts';

/** Who there is, for those who have something to tell them. */
export interface People {
  membersOf(workspaceId: string): readonly Member[];
  /** Of any workspace. */
  ownerIds(): readonly Id[];
  nameOf(userId: Id): string;
  /** False for one that has ended by itself as well. */
  hasSession(userId: Id, sessionId: Id): boolean;
  /** Whether they signed in before, but never from there. */
  isNewPlace(userId: Id, address: string): boolean;
}

export function peopleOf(registry: Registry): People {
  const { sql } = registry;
  return {
    membersOf: (workspaceId) => membersOf(registry, workspaceId),
    ownerIds: () => sql.all<{ id: Id }>("SELECT DISTINCT user_id AS id FROM membership WHERE role = 'owner'").map(({ id }) => id),
    nameOf: (userId) => userOf(registry, userId)?.name ?? '',
    hasSession: (userId, sessionId) => sessionsOf(registry, userId).some(({ id }) => id === sessionId),
    isNewPlace(userId, address) {
      const places = sql
        .all<{ address: string }>("SELECT DISTINCT address FROM audit WHERE user_id = ? AND type = 'signed_in'", userId)
        .map((row) => networkOf(row.address));
      return places.length > 0 && !places.includes(networkOf(address));
    },
  };
}

/** A device changes its IPv6 address every day within the 64 bits of its network; that is no new place. */
const networkOf = (address: string): string => (address.includes(':') ? expanded(address).slice(0, 4).join(':') : address);

function expanded(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  return [...(before ?? []), ...Array.from({ length: missing }, () => '0'), ...(after ?? [])];
}
