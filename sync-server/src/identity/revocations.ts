import { msOf } from '@taffrail/domain/kernel';
import type { Principal } from '../http/index.ts';
import type { Registry } from './registry.ts';
import { sessionEndsMs } from './sessions.ts';

/** What stops counting from one moment to the next: a session, a device, or a person's place in a workspace. */
export type Revoked =
  | { readonly sessionId: string }
  | { readonly deviceId: string }
  | { readonly userId: string; readonly workspaceId: string };

/** Tells whoever holds something open for a caller that the caller has no right to it any more. */
export interface Revocations {
  revoke(revoked: Revoked): void;
  /** Ends what is held open for those whose time is over. */
  endOverdue(): void;
  /** Calls back at most once, at the moment it ends. Returns how to stop listening. */
  onRevoked(principal: Principal, workspaceId: string, ended: () => void): () => void;
}

interface Listener {
  readonly principal: Principal;
  readonly keys: readonly string[];
  readonly ended: () => void;
  /** As it stood when somebody last looked. */
  endsMs: number;
}

export function openRevocations(registry: Registry): Revocations {
  const listeners = new Set<Listener>();

  function end(listener: Listener): void {
    listeners.delete(listener);
    listener.ended();
  }

  return {
    revoke(revoked) {
      const key = keyOf(revoked);
      for (const listener of listeners) if (listener.keys.includes(key)) end(listener);
    },
    endOverdue() {
      const nowMs = msOf(registry.now());
      for (const listener of listeners) {
        if (listener.endsMs > nowMs) continue;
        listener.endsMs = endsMsNow(registry, listener.principal);
        if (listener.endsMs <= nowMs) end(listener);
      }
    },
    onRevoked(principal, workspaceId, ended) {
      const own = principal.by === 'session' ? { sessionId: principal.sessionId } : { deviceId: principal.deviceId };
      const grounds: readonly Revoked[] = [own, { userId: principal.userId, workspaceId }];
      const listener = { principal, keys: grounds.map(keyOf), ended, endsMs: principal.endsMs };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Requests move the end of a session that would be idle. What is only held open does not: a tab that somebody forgot is what the
 * idle limit is for, and whoever is there asks for something within a week, if only for the next ticket. A token's end never moves.
 */
function endsMsNow(registry: Registry, principal: Principal): number {
  if (principal.by === 'device') return principal.endsMs;
  return sessionEndsMs(registry, principal.sessionId) ?? Number.NEGATIVE_INFINITY;
}

const keyOf = (revoked: Revoked): string =>
  'sessionId' in revoked
    ? `session ${revoked.sessionId}`
    : 'deviceId' in revoked
      ? `device ${revoked.deviceId}`
      : `${revoked.userId} in ${revoked.workspaceId}`;
