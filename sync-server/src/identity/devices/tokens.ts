import { createHmac } from 'node:crypto';
import { addMs, isAfter, msOf, type Id, type Instant } from '@taffrail/domain/kernel';
import type { ReadSql, Sql } from '../../workspace/index.ts';
import { hashOfSecret, newSecret } from '../secret.ts';

const ACCESS_LASTS_MS = 15 * 60_000;
const REFRESH_LASTS_MS = 60 * 24 * 60 * 60_000;
/** How long an answer that was lost on its way can be fetched again. */
const ANSWERED_AGAIN_MS = 30_000;

/** Named as OAuth 2 names them. Good until it is revoked where there is no `expires_in`. */
export interface Tokens {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly refresh_token: string;
}

interface RefreshRow {
  readonly hash: string;
  readonly device_id: Id;
  readonly expires_at: Instant;
  readonly spent_at: Instant | null;
  readonly successor_salt: string | null;
}

/** The tokens of a device that has just been paired. */
export function grantTokens(sql: Sql, deviceId: Id, now: Instant): Tokens {
  return keep(sql, deviceId, { access: newSecret(), refresh: newSecret() }, now);
}

/** One token that needs no refreshing, for a script whose keeper revokes it. */
export function grantLastingToken(sql: Sql, deviceId: Id): string {
  const token = newSecret();
  sql.run("INSERT INTO device_token (hash, device_id, kind) VALUES (?, ?, 'access')", hashOfSecret(token), deviceId);
  return token;
}

/** Reused: it was spent before, so two hold it, and one of them stole it. */
export type Refreshed = { readonly tokens: Tokens } | { readonly reusedBy: Id } | undefined;

/**
 * Exchanges a refresh token, which is good once. Whoever loses the answer on the way may ask again for a while and gets the
 * same answer: a phone that went through a tunnel stays paired, and of many requests at the same instant none makes a second pair.
 * Once a successor was used, its answer has arrived, and the spent token in anybody's hands is a theft.
 */
export function refreshTokens(sql: Sql, refreshToken: string, now: Instant): Refreshed {
  const spending = refreshRow(sql, refreshToken);
  if (!spending || !isAfter(spending.expires_at, now)) return undefined;
  if (spending.spent_at === null || spending.successor_salt === null) return { tokens: exchange(sql, spending, refreshToken, now) };
  const successors = successorsOf(refreshToken, spending.successor_salt);
  const arrived = refreshRow(sql, successors.refresh)?.spent_at !== null;
  if (arrived || msOf(now) - msOf(spending.spent_at) > ANSWERED_AGAIN_MS) return { reusedBy: spending.device_id };
  return { tokens: answerOf(successors, msOf(spending.spent_at) + ACCESS_LASTS_MS - msOf(now)) };
}

function exchange(sql: Sql, { hash, device_id: deviceId }: RefreshRow, refreshToken: string, now: Instant): Tokens {
  sql.run('DELETE FROM device_token WHERE device_id = ? AND expires_at <= ?', deviceId, now);
  const salt = newSecret();
  sql.run('UPDATE device_token SET spent_at = ?, successor_salt = ? WHERE hash = ?', now, salt, hash);
  return keep(sql, deviceId, successorsOf(refreshToken, salt), now);
}

interface Pair {
  readonly access: string;
  readonly refresh: string;
}

/** Follow from the token and a salt that never leaves the registry: neither whoever holds one alone can work them out. */
function successorsOf(refreshToken: string, salt: string): Pair {
  const derive = (kind: string): string => createHmac('sha256', refreshToken).update(`${kind}:${salt}`).digest('base64url');
  return { access: derive('access'), refresh: derive('refresh') };
}

function keep(sql: Sql, deviceId: Id, pair: Pair, now: Instant): Tokens {
  insert(sql, deviceId, 'access', pair.access, addMs(now, ACCESS_LASTS_MS));
  insert(sql, deviceId, 'refresh', pair.refresh, addMs(now, REFRESH_LASTS_MS));
  return answerOf(pair, ACCESS_LASTS_MS);
}

function insert(sql: Sql, deviceId: Id, kind: 'access' | 'refresh', token: string, expiresAt: Instant): void {
  sql.run(
    'INSERT INTO device_token (hash, device_id, kind, expires_at) VALUES (?, ?, ?, ?)',
    hashOfSecret(token),
    deviceId,
    kind,
    expiresAt,
  );
}

const answerOf = ({ access, refresh }: Pair, leftMs: number): Tokens => ({
  access_token: access,
  token_type: 'Bearer',
  expires_in: Math.floor(leftMs / 1000),
  refresh_token: refresh,
});

function refreshRow(sql: ReadSql, refreshToken: string): RefreshRow | undefined {
  return sql.all<RefreshRow>(
    "SELECT hash, device_id, expires_at, spent_at, successor_salt FROM device_token WHERE hash = ? AND kind = 'refresh'",
    hashOfSecret(refreshToken),
  )[0];
}
