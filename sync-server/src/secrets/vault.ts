import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Vault } from '../workspace/index.ts';
import type { KeySource } from './key.ts';

/** [12: nonce][text][16: tag], AES-256-GCM. The nonce is random: a key seals far fewer than the 2^32 that would be too many. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `holder` is the workspace whose secrets these are. */
export function openVault(key: KeySource, holder: string): Vault {
  // No holder has a line end, so no two pairs read the same.
  const contextOf = (name: string): Buffer => Buffer.from(`${holder}\n${name}`);

  return {
    seal(name, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key.read() ?? key.make(), nonce, { authTagLength: TAG_BYTES }).setAAD(contextOf(name));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },

    open(name, sealed) {
      const present = key.read();
      if (!present || sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, present, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(contextOf(name))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** Of a person's own secrets. No workspace can be named so that it is taken for a person: its id has no colon. */
export const openPersonVault = (key: KeySource, userId: string): Vault => openVault(key, `person:${userId}`);
