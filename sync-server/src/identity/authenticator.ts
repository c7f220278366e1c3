import { randomBytes } from 'node:crypto';
import { msOf, type Id } from '@taffrail/domain/kernel';
import { Secret, TOTP } from 'otpauth';
import { audit } from './audit.ts';
import type { Registry } from './registry.ts';
import { AUTHENTICATOR } from './sealAuthenticators.ts';
import { hashOfSecret } from './secret.ts';

const PERIOD_SECONDS = 30;
/** Clocks of phones are a little off. */
const STEPS_OFF = 1;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_CODE_BYTES = 10;

interface AuthenticatorRow {
  readonly sealed_secret: Uint8Array;
  readonly confirmed: number;
  readonly used_step: number;
}

export interface Enrolment {
  readonly secret: string;
  /** For a QR code. */
  readonly uri: string;
}

/** Nothing is asked for yet: first it must show that it took the secret. */
export function enrolAuthenticator({ sql, vaultOf }: Registry, userId: Id, name: string): Enrolment {
  const secret = new Secret({ size: SECRET_BYTES });
  sql.run(
    `INSERT INTO authenticator (user_id, sealed_secret) VALUES (?, ?)
     ON CONFLICT (user_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, used_step = 0`,
    userId,
    vaultOf(userId).seal(AUTHENTICATOR, secret.base32),
  );
  return { secret: secret.base32, uri: totpOf(secret.base32, name).toString() };
}

/** The first right code turns it on. Returns the recovery codes, which exist nowhere else; undefined where the code is wrong. */
export function confirmAuthenticator(registry: Registry, userId: Id, code: string): string[] | undefined {
  const { sql } = registry;
  const row = rowOf(registry, userId);
  if (!row || row.confirmed === 1 || takeCode(registry, userId, row, code) !== 'right') return undefined;
  sql.run('UPDATE authenticator SET confirmed = 1 WHERE user_id = ?', userId);
  sql.run('DELETE FROM recovery_code WHERE user_id = ?', userId);
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomBytes(RECOVERY_CODE_BYTES).toString('hex'));
  for (const each of codes) sql.run('INSERT INTO recovery_code (user_id, code_hash) VALUES (?, ?)', userId, hashOfSecret(each));
  return codes;
}

export function removeAuthenticator({ sql }: Registry, userId: Id): void {
  sql.run('DELETE FROM authenticator WHERE user_id = ?', userId);
  sql.run('DELETE FROM recovery_code WHERE user_id = ?', userId);
}

export const hasAuthenticator = (registry: Registry, userId: Id): boolean => rowOf(registry, userId)?.confirmed === 1;

/** `needed` where the account has an authenticator and no code was sent; `sealed` where the key to its secret is gone. */
export type CodeCheck = 'right' | 'wrong' | 'needed' | 'sealed';

/** A code, of either kind, is good once. */
export function checkCode(registry: Registry, userId: Id, code: string | undefined, address: string): CodeCheck {
  const row = rowOf(registry, userId);
  if (row?.confirmed !== 1) return 'right';
  if (code === undefined) return 'needed';
  return takeRecoveryCode(registry, userId, code, address) ? 'right' : takeCode(registry, userId, row, code);
}

function takeCode(
  { sql, now, vaultOf }: Registry,
  userId: Id,
  { sealed_secret, used_step }: AuthenticatorRow,
  code: string,
): 'right' | 'wrong' | 'sealed' {
  const secret = vaultOf(userId).open(AUTHENTICATOR, sealed_secret);
  if (secret === undefined) return 'sealed';
  const timestamp = msOf(now());
  const off = totpOf(secret, '').validate({ token: code, timestamp, window: STEPS_OFF });
  if (off === null) return 'wrong';
  const step = Math.floor(timestamp / 1_000 / PERIOD_SECONDS) + off;
  if (step <= used_step) return 'wrong';
  sql.run('UPDATE authenticator SET used_step = ? WHERE user_id = ?', step, userId);
  return 'right';
}

function takeRecoveryCode(registry: Registry, userId: Id, code: string, address: string): boolean {
  const { sql } = registry;
  const codeHash = hashOfSecret(code);
  if (sql.all('SELECT 1 AS found FROM recovery_code WHERE user_id = ? AND code_hash = ?', userId, codeHash).length === 0) return false;
  sql.transaction(() => {
    sql.run('DELETE FROM recovery_code WHERE user_id = ? AND code_hash = ?', userId, codeHash);
    audit(registry, { type: 'recovery_code_used', user_id: userId, address });
  });
  return true;
}

const rowOf = ({ sql }: Registry, userId: Id): AuthenticatorRow | undefined =>
  sql.all<AuthenticatorRow>('SELECT sealed_secret, confirmed, used_step FROM authenticator WHERE user_id = ?', userId)[0];

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Taffrail', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });
