import { idSchema, type Id } from '@taffrail/domain/kernel';
import { z } from 'zod';
import type { Reply, Visitor } from '../../http/index.ts';
import { audit } from '../audit.ts';
import { beginSession, endSession } from '../sessions.ts';
import type { Tools } from '../tools.ts';
import type { User } from '../users.ts';

export const tag = 'Identity';

export const whoSchema = z.object({ user_id: idSchema, name: z.string() });

/** A new session takes the place of the one a browser may bring: nobody goes on in a session that somebody else planted. */
export function signedInAs({ registry, cookie, revocations }: Tools, user: User, { address, principal }: Visitor, status: number): Reply {
  const token = registry.sql.transaction(() => {
    if (principal?.by === 'session') endSession(registry, principal.sessionId);
    audit(registry, { type: 'signed_in', user_id: user.id, address });
    return beginSession(registry, user.id, address);
  });
  if (principal?.by === 'session') revocations.revoke({ sessionId: principal.sessionId });
  return { status, body: { user_id: user.id, name: user.name }, headers: { 'set-cookie': cookie.set(token) } };
}

/** With whatever is open under them. */
export function endSessions({ registry, revocations }: Tools, userId: Id, ids: readonly Id[], address: string): void {
  registry.sql.transaction(() => {
    for (const id of ids) {
      endSession(registry, id);
      audit(registry, { type: 'session_ended', user_id: userId, address, details: { session_id: id } });
    }
  });
  for (const id of ids) revocations.revoke({ sessionId: id });
}
