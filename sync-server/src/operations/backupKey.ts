import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

/** About 128 MB and a third of a second for each guess. */
const COST = 2 ** 17;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const KEY_BYTES = 32;
const MAX_MEMORY_BYTES = 256 * 1024 * 1024;

const derive: (passphrase: string, salt: Buffer, bytes: number, options: object) => Promise<Buffer> = promisify(scrypt);

/** What a reader needs, besides the passphrase, to come to the same key. Written out so that the cost can rise later. */
export const keySettingsSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  cost: z.literal(COST),
  block_size: z.literal(BLOCK_SIZE),
  parallel: z.literal(PARALLEL),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Tells a wrong passphrase from a damaged file. Derived from the key, so it is no easier to guess than the key is. */
  check: z.string().regex(/^[0-9a-f]{32}$/),
});

type KeySettings = Readonly<z.infer<typeof keySettingsSchema>>;

export interface BackupKey {
  readonly settings: KeySettings;
  readonly key: Buffer;
}

/** A key of its own for every backup, so that no two share a nonce. */
export async function newKey(passphrase: string): Promise<BackupKey> {
  const salt = randomBytes(16);
  const { key, check } = await keyFrom(passphrase, salt);
  return { key, settings: { kdf: 'scrypt', cost: COST, block_size: BLOCK_SIZE, parallel: PARALLEL, salt: salt.toString('hex'), check } };
}

/** Undefined where the passphrase is another one. */
export async function keyAgain(passphrase: string, settings: KeySettings): Promise<Buffer | undefined> {
  const { key, check } = await keyFrom(passphrase, Buffer.from(settings.salt, 'hex'));
  return check === settings.check ? key : undefined;
}

async function keyFrom(passphrase: string, salt: Buffer): Promise<{ key: Buffer; check: string }> {
  // The same words typed on another keyboard may be composed differently.
  const words = passphrase.normalize('NFC');
  const options = { N: COST, r: BLOCK_SIZE, p: PARALLEL, maxmem: MAX_MEMORY_BYTES };
  const bytes = await derive(words, salt, 2 * KEY_BYTES, options);
  const check = createHmac('sha256', bytes.subarray(KEY_BYTES)).update('taffrail backup key check').digest('hex');
  return { key: bytes.subarray(0, KEY_BYTES), check: check.slice(0, 32) };
}
