import type { Principal } from '../http/index.ts';

/** What stops counting from one moment to the next: a session, a device, or a person's place in a workspace. */
export type Revoked =
  | { readonly sessionId: string }
  | { readonly deviceId: string }
  | { readonly userId: string; readonly workspaceId: string };

/** Tells whoever holds something open for a caller that the caller has no right to it any more. */
export interface Revocations {
  revoke(revoked: Revoked): void;
  /** Calls back at most once, at the moment it ends. Returns how to stop listening. */
  onRevoked(principal: Principal, workspaceId: string, ended: () => void): () => void;
}

export function openRevocations(): Revocations {
  const listeners = new Map<object, { readonly keys: readonly string[]; readonly ended: () => void }>();

  return {
    revoke(revoked) {
      const key = keyOf(revoked);
      for (const [listener, { keys, ended }] of listeners) {
        if (!keys.includes(key)) continue;
        listeners.delete(listener);
        ended();
      }
    },
    onRevoked(principal, workspaceId, ended) {
      const listener = {};
      const grounds: readonly Revoked[] = [
        principal.by === 'session' ? { sessionId: principal.sessionId } : { deviceId: principal.deviceId },
        { userId: principal.userId, workspaceId },
      ];
      listeners.set(listener, { keys: grounds.map(keyOf), ended });
      return () => void listeners.delete(listener);
    },
  };
}

const keyOf = (revoked: Revoked): string =>
  'sessionId' in revoked
    ? `session ${revoked.sessionId}`
    : 'deviceId' in revoked
      ? `device ${revoked.deviceId}`
      : `${revoked.userId} in ${revoked.workspaceId}`;
