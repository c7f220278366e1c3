import type { Id, Instant } from '@taffrail/domain/kernel';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { openChallenges } from './challenges.ts';
import type { Registry } from './registry.ts';
import type { User } from './users.ts';

/** COSE's numbers for ES256, EdDSA and RS256, which is what devices make. */
const ALGORITHMS = [-7, -8, -257];

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly created_at: Instant;
}

interface PasskeyRow extends Passkey {
  readonly user_id: Id;
  readonly public_key: Uint8Array;
  readonly counter: number;
  readonly transports: string;
}

/** A key that stays in a person's device and asks for their finger or PIN: what a password and a code are together. */
export interface Passkeys {
  beginAdding(user: User): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** Undefined where the answer does not fit what was asked. */
  check(userId: Id, response: RegistrationResponseJSON): Promise<CheckedPasskey | undefined>;
  beginSigningIn(): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** Whose key signed; undefined where none of ours did. */
  signIn(response: AuthenticationResponseJSON): Promise<Id | undefined>;
}

export interface CheckedPasskey {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

export function openPasskeys(registry: Registry, origin: () => string): Passkeys {
  const { sql, now } = registry;
  const challenges = openChallenges(now);

  async function beginAdding({ id, name }: User): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const options = await generateRegistrationOptions({
      rpName: 'Taffrail',
      rpID: siteOf(origin()).hostname,
      userName: name,
      userID: new TextEncoder().encode(id),
      excludeCredentials: passkeysOf(registry, id).map((passkey) => ({ id: passkey.id })),
      supportedAlgorithmIDs: ALGORITHMS,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    challenges.keep(options.challenge, id);
    return options;
  }

  async function check(userId: Id, response: RegistrationResponseJSON): Promise<CheckedPasskey | undefined> {
    const checked = await unlessMalformed(() =>
      verifyRegistrationResponse({
        response,
        supportedAlgorithmIDs: ALGORITHMS,
        expectedChallenge: (challenge) => challenges.take(challenge, userId),
        ...expected(),
      }),
    );
    if (!checked?.verified) return undefined;
    const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
    return { id, publicKey, counter, transports };
  }

  async function beginSigningIn(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = await generateAuthenticationOptions({ rpID: siteOf(origin()).hostname, userVerification: 'required' });
    challenges.keep(options.challenge, undefined);
    return options;
  }

  async function signIn(response: AuthenticationResponseJSON): Promise<Id | undefined> {
    const [row] = sql.all<PasskeyRow>('SELECT * FROM passkey WHERE id = ?', response.id);
    if (!row) return undefined;
    const { id, counter, user_id: userId } = row;
    const credential = { id, counter, publicKey: new Uint8Array(row.public_key), transports: JSON.parse(row.transports) as string[] };
    const checked = await unlessMalformed(() =>
      verifyAuthenticationResponse({
        response,
        credential,
        expectedChallenge: (challenge) => challenges.take(challenge, undefined),
        ...expected(),
      }),
    );
    if (!checked?.verified) return undefined;
    sql.run('UPDATE passkey SET counter = ? WHERE id = ?', checked.authenticationInfo.newCounter, id);
    return userId;
  }

  function expected() {
    const site = siteOf(origin());
    return { expectedOrigin: site.origin, expectedRPID: site.hostname, requireUserVerification: true };
  }

  return { beginAdding, check, beginSigningIn, signIn };
}

/** Browsers keep passkeys for names, not for addresses; this machine's name is localhost. */
function siteOf(origin: string): URL {
  const site = new URL(origin);
  if (site.protocol === 'http:') site.hostname = 'localhost';
  return site;
}

/** The package throws at whatever does not fit; for us that is an answer like any other. */
async function unlessMalformed<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

export function addPasskey(
  { sql, now }: Registry,
  userId: Id,
  name: string,
  { id, publicKey, counter, transports }: CheckedPasskey,
): Passkey {
  const passkey = { id, name, created_at: now() };
  sql.run(
    'INSERT INTO passkey (id, user_id, name, public_key, counter, transports, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    userId,
    name,
    publicKey,
    counter,
    JSON.stringify(transports),
    passkey.created_at,
  );
  return passkey;
}

export const passkeysOf = ({ sql }: Registry, userId: Id): Passkey[] =>
  sql.all<Passkey>('SELECT id, name, created_at FROM passkey WHERE user_id = ? ORDER BY created_at, id', userId);

export function removePasskey({ sql }: Registry, userId: Id, id: string): void {
  sql.run('DELETE FROM passkey WHERE user_id = ? AND id = ?', userId, id);
}
