import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFileDurably } from '../../storage/index.ts';

/** By what push services know this server again (RFC 8292). Subscriptions are made for it, and worth nothing under another. */
export interface ServerKey {
  readonly privateKey: KeyObject;
  /** Its point, uncompressed, in base64url: what `applicationServerKey` takes. */
  readonly publicKey: string;
}

/** The key in a file, which is made where there is none. It lies in no book and no backup; without it, devices subscribe again. */
export function serverKeyIn(path: string): ServerKey {
  if (!existsSync(path)) writeFileDurably(path, newKey());
  try {
    return serverKeyOf(createPrivateKey(readFileSync(path)));
  } catch (error) {
    throw new Error(
      `${path} does not hold a key. Put the copy you have in its place, or remove it and let every device ask for pushes again.`,
      {
        cause: error,
      },
    );
  }
}

function newKey(): string {
  return generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
}

export function serverKeyOf(privateKey: KeyObject): ServerKey {
  const { crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (crv !== 'P-256' || x === undefined || y === undefined) throw new TypeError('this is a key of another kind');
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { privateKey, publicKey: point.toString('base64url') };
}
