import { addMs, isAfter, msOf, type Id, type Instant } from '@taffrail/domain/kernel';
import type { SessionPrincipal } from '../http/index.ts';
import { StorageFault } from '../workspace/index.ts';
import type { Registry } from './registry.ts';
import { hashOfSecret, newSecret } from './secret.ts';

const DAY_MS = 86_400_000;
const IDLE_MS = 7 * DAY_MS;
export const SESSION_LASTS_MS = 90 * DAY_MS;
export const FRESH_MINUTES = 10;
/** Noting every use would cost a synced write for each request. */
const NOTED_EVERY_MS = 60_000;

export interface Session {
  readonly id: Id;
  readonly created_at: Instant;
  readonly used_at: Instant;
  readonly address: string;
}

interface SessionRow extends Session {
  readonly user_id: Id;
  readonly proven_at: Instant;
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

export function findSession(registry: Registry, token: string): SessionPrincipal | undefined {
  const { sql, now } = registry;
  const [row] = sql.all<SessionRow>(
    'SELECT id, user_id, created_at, used_at, proven_at, address FROM session WHERE token_hash = ?',
    hashOfSecret(token),
  );
  if (!row || isOver(row, now())) return undefined;
  if (msOf(now()) - msOf(row.used_at) >= NOTED_EVERY_MS) noteUse(registry, row.id);
  const isFresh = isAfter(addMs(row.proven_at, FRESH_MINUTES * 60_000), now());
  return { by: 'session', userId: row.user_id, sessionId: row.id, isFresh };
}

/** A full disk must not keep anybody from reading. */
function noteUse({ sql, now }: Registry, sessionId: Id): void {
  try {
    sql.run('UPDATE session SET used_at = ? WHERE id = ?', now(), sessionId);
  } catch (error) {
    if (!(error instanceof StorageFault) || error.kind === 'broken') throw error;
  }
}

const isOver = ({ created_at, used_at }: Session, now: Instant): boolean =>
  !isAfter(addMs(used_at, IDLE_MS), now) || !isAfter(addMs(created_at, SESSION_LASTS_MS), now);

/** The session goes on, under a new token: one that was copied before is worth nothing for what is allowed from here on. */
export function renewSession({ sql, now }: Registry, sessionId: Id): string {
  const token = newSecret();
  sql.run('UPDATE session SET token_hash = ?, proven_at = ?, used_at = ? WHERE id = ?', hashOfSecret(token), now(), now(), sessionId);
  return token;
}

export function sessionsOf({ sql, now }: Registry, userId: Id): Session[] {
  return sql
    .all<Session>('SELECT id, created_at, used_at, address FROM session WHERE user_id = ? ORDER BY used_at DESC, id', userId)
    .filter((session) => !isOver(session, now()));
}

export function endSession({ sql }: Registry, sessionId: Id): void {
  sql.run('DELETE FROM session WHERE id = ?', sessionId);
}

/** What has ended by itself need not be kept. */
export function forgetEndedSessions({ sql, now }: Registry): void {
  sql.run('DELETE FROM session WHERE used_at <= ? OR created_at <= ?', addMs(now(), -IDLE_MS), addMs(now(), -SESSION_LASTS_MS));
}
