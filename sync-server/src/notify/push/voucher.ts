import { sign } from 'node:crypto';
import { msOf, type Instant } from '@taffrail/domain/kernel';
import type { ServerKey } from './serverKey.ts';

export interface Claims {
  /** The origin of the push service: a voucher for one is of no use at another. */
  readonly audience: string;
  readonly expiresAt: Instant;
  /** Whom the service can turn to. */
  readonly contact: string;
}

/** What a server shows to a push service (RFC 8292): an ES256 token and the key that it verifies under. */
export function voucher({ privateKey, publicKey }: ServerKey, { audience, expiresAt, contact }: Claims): string {
  const claims = { aud: audience, exp: Math.floor(msOf(expiresAt) / 1000), sub: contact };
  const signed = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${publicKey}`;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
