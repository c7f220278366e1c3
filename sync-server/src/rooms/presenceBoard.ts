import { LEFT, presenceMessage, type Presence } from '@taffrail/sync';
import { limits } from './limits.ts';
import type { Member } from './member.ts';

/** Who else is here. Each member speaks for one client only, the first it speaks of: devices also repeat what they hear of others. */
export interface PresenceBoard {
  show(member: Member, present: readonly Presence[]): void;
  tell(member: Member): void;
  forget(member: Member): void;
}

export function openPresence(members: ReadonlySet<Member>): PresenceBoard {
  const board = new Map<Member, Presence>();
  const changed = new Map<number, Presence>();
  let telling: NodeJS.Timeout | undefined;

  function show(member: Member, present: readonly Presence[]): void {
    const own = board.get(member);
    const said = own ? present.find(({ client }) => client === own.client) : present[0];
    if (!said || isTaken(said.client, member) || (own && said.clock < own.clock)) return;
    board.set(member, said);
    broadcast(said);
  }

  function isTaken(client: number, by: Member): boolean {
    return [...board].some(([member, said]) => member !== by && said.client === client);
  }

  /**
   * All that changed in one message, a few times a second: devices repeat each message of presence they hear, so that one who
   * floods would have everybody else flood as well.
   */
  function broadcast(said: Presence): void {
    changed.set(said.client, said);
    telling ??= setTimeout(tellChanges, limits.presenceEveryMs).unref();
  }

  /** To its author as well: a device that hears nothing for a while takes the connection for dead. */
  function tellChanges(): void {
    telling = undefined;
    const message = presenceMessage([...changed.values()]);
    changed.clear();
    for (const member of members) member.send(message);
  }

  return {
    show,
    tell(member) {
      if (board.size > 0) member.send(presenceMessage([...board.values()]));
    },
    forget(member) {
      const said = board.get(member);
      if (!said) return;
      board.delete(member);
      broadcast({ ...said, clock: said.clock + 1, state: LEFT });
    },
  };
}
