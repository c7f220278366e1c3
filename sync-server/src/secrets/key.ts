import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFileDurably } from '../storage/index.ts';

const KEY_BYTES = 32;

/** Where the key is kept. Only sealing makes one: a key made for looking would hide that the right one is missing. */
export interface KeySource {
  /** Undefined where there is none that can be read. */
  read(): Buffer | undefined;
  make(): Buffer;
}

export function keyFile(path: string): KeySource {
  return {
    read: () => (existsSync(path) ? keyFrom(path) : undefined),
    make() {
      if (existsSync(path)) {
        throw new Error(`${path} does not hold a key. Put the copy you have in its place, or remove it and set every credential again.`);
      }
      const key = randomBytes(KEY_BYTES);
      writeFileDurably(path, `${key.toString('hex')}\n`);
      return key;
    },
  };
}

function keyFrom(path: string): Buffer | undefined {
  const text = readFileSync(path, 'utf8').trim();
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined;
}

export function memoryKey(): KeySource {
  let key: Buffer | undefined;
  return { read: () => key, make: () => (key = randomBytes(KEY_BYTES)) };
}
