import { addMs, msOf, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Role } from '../http/index.ts';
import { StorageFault } from '../workspace/index.ts';
import type { Caller } from './caller.ts';
import type { Registry } from './registry.ts';
import { hashOfSecret, newSecret } from './secret.ts';

const DAY_MS = 86_400_000;
const IDLE_MS = 7 * DAY_MS;
export const SESSION_LASTS_MS = 90 * DAY_MS;
export const FRESH_MINUTES = 10;
/** Noting every use would cost a synced write for each request. */
const NOTED_EVERY_MS = 60_000;

interface Times {
  readonly created_at: Instant;
  readonly used_at: Instant;
}

export interface Session extends Times {
  readonly id: Id;
  readonly address: string;
}

interface SessionRow extends Times {
  readonly id: Id;
  readonly user_id: Id;
  readonly proven_at: Instant;
  readonly workspace_id: string | null;
  readonly role: Role | null;
}

/** Begins a session for somebody who has just shown who they are. Returns its token, which exists nowhere else. */
export function beginSession({ sql, now, newId }: Registry, userId: Id, address: string): string {
  const token = newSecret();
  const at = now();
  sql.run(
    'INSERT INTO session (id, token_hash, user_id, created_at, used_at, proven_at, address) VALUES (?, ?, ?, ?, ?, ?, ?)',
    newId(),
    hashOfSecret(token),
    userId,
    at,
    at,
    at,
    address,
  );
  return token;
}

/** One row of one place: what is asked before every request is one query, and takes a third of what a join takes. */
const ownPlace = (column: string): string => `(
  SELECT ${column} FROM membership AS own
  WHERE own.user_id = session.user_id AND own.workspace_id = coalesce(?, own.workspace_id)
  ORDER BY since, rowid LIMIT 1
)`;

const FIND_SESSION = `SELECT id, user_id, created_at, used_at, proven_at, ${ownPlace('workspace_id')} AS workspace_id, ${ownPlace('role')} AS role
  FROM session WHERE token_hash = ?`;

/** Whose session this is, and their place in the workspace named, or else in the one they have belonged to the longest. */
export function findSession(registry: Registry, tokenHash: string, workspaceNamed: string | undefined): Caller | undefined {
  const { sql, now } = registry;
  const named = workspaceNamed ?? null;
  const [row] = sql.all<SessionRow>(FIND_SESSION, named, named, tokenHash);
  if (!row) return undefined;
  const nowMs = msOf(now());
  const endsMs = endsMsOf(row);
  if (endsMs <= nowMs) return undefined;
  const { id, user_id, used_at, proven_at, workspace_id, role } = row;
  if (nowMs - msOf(used_at) >= NOTED_EVERY_MS) noteUse(registry, id);
  return {
    principal: {
      by: 'session',
      userId: user_id,
      sessionId: id,
      isFresh: nowMs - msOf(proven_at) < FRESH_MINUTES * 60_000,
      tokenHash,
      endsMs,
    },
    place: workspace_id === null || role === null ? undefined : { workspaceId: workspace_id, role },
  };
}

/** A full disk must not keep anybody from reading. */
function noteUse({ sql, now }: Registry, sessionId: Id): void {
  try {
    sql.run('UPDATE session SET used_at = ? WHERE id = ?', now(), sessionId);
  } catch (error) {
    if (!(error instanceof StorageFault) || error.kind === 'broken') throw error;
  }
}

const endsMsOf = ({ created_at, used_at }: Times): number => Math.min(msOf(used_at) + IDLE_MS, msOf(created_at) + SESSION_LASTS_MS);

/** When a session is over as things stand; undefined where it has ended. */
export function sessionEndsMs({ sql }: Registry, sessionId: string): number | undefined {
  const [row] = sql.all<Times>('SELECT created_at, used_at FROM session WHERE id = ?', sessionId);
  return row && endsMsOf(row);
}

/** The session goes on, under a new token: one that was copied before is worth nothing for what is allowed from here on. */
export function renewSession({ sql, now }: Registry, sessionId: Id): string {
  const token = newSecret();
  sql.run('UPDATE session SET token_hash = ?, proven_at = ?, used_at = ? WHERE id = ?', hashOfSecret(token), now(), now(), sessionId);
  return token;
}

export function sessionsOf({ sql, now }: Registry, userId: Id): Session[] {
  return sql
    .all<Session>('SELECT id, created_at, used_at, address FROM session WHERE user_id = ? ORDER BY used_at DESC, id', userId)
    .filter((session) => endsMsOf(session) > msOf(now()));
}

export function endSession({ sql }: Registry, sessionId: Id): void {
  sql.run('DELETE FROM session WHERE id = ?', sessionId);
}

/** What has ended by itself need not be kept. */
export function forgetEndedSessions({ sql, now }: Registry): void {
  sql.run('DELETE FROM session WHERE used_at <= ? OR created_at <= ?', addMs(now(), -IDLE_MS), addMs(now(), -SESSION_LASTS_MS));
}
