import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Refusal } from '@taffrail/domain/kernel';
import { backupRefusals } from './backupRefusals.ts';

/**
 * The body of a backup: frames of at most 256 KiB, so that a book of any size passes through little memory, and each is
 * checked before it is used. A frame is [1: is it the last][4: length][content][16: tag]; its number and the header
 * go into the tag, so that frames cannot be changed, left out, put in another order or taken from another backup.
 */
const FRAME_BYTES = 256 * 1024;
const PREFIX_BYTES = 5;
const TAG_BYTES = 16;

/** Encrypted with a key (AES-256-GCM), or only checked without one. */
export interface Seal {
  readonly key: Buffer | undefined;
  /** The header exactly as it stands in the file. */
  readonly header: Buffer;
}

export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

export async function* sealFrames(seal: Seal, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const content = Buffer.alloc(FRAME_BYTES);
  let filled = 0;
  let number = 0;
  for await (const chunk of chunks) {
    for (let taken = 0; taken < chunk.length;) {
      // A full frame waits until there is more, because the last one must say that it is the last.
      if (filled === FRAME_BYTES) {
        yield sealFrame(seal, { number: number++, isLast: false }, content);
        filled = 0;
      }
      const copied = chunk.copy(content, filled, taken);
      filled += copied;
      taken += copied;
    }
  }
  yield sealFrame(seal, { number, isLast: true }, content.subarray(0, filled));
}

/** `read` gives the next bytes of the file, fewer than asked for only at its end. */
export async function* openFrames(seal: Seal, read: (bytes: number) => Promise<Buffer>): AsyncGenerator<Buffer> {
  let isLast = false;
  for (let number = 0; !isLast; number++) {
    const prefix = await read(PREFIX_BYTES);
    if (prefix.length < PREFIX_BYTES) throw new BackupUnusable(backupRefusals.backup_cut_short());
    isLast = prefix.readUInt8(0) === 1;
    const length = prefix.readUInt32BE(1);
    if (length > FRAME_BYTES || prefix.readUInt8(0) > 1) throw damaged(number);
    const sealed = await read(length + TAG_BYTES);
    if (sealed.length < length + TAG_BYTES) throw new BackupUnusable(backupRefusals.backup_cut_short());
    yield openFrame(seal, { number, isLast }, sealed);
  }
  const rest = await read(1);
  if (rest.length > 0) throw new BackupUnusable(backupRefusals.backup_damaged({ where: 'something follows its end' }));
}

interface Place {
  readonly number: number;
  readonly isLast: boolean;
}

function sealFrame({ key, header }: Seal, place: Place, content: Buffer): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt8(place.isLast ? 1 : 0, 0);
  prefix.writeUInt32BE(content.length, 1);
  if (!key) return Buffer.concat([prefix, content, plainTag(header, place, content)]);
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG_BYTES }).setAAD(header);
  return Buffer.concat([prefix, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function openFrame({ key, header }: Seal, place: Place, sealed: Buffer): Buffer {
  const content = sealed.subarray(0, -TAG_BYTES);
  const tag = sealed.subarray(-TAG_BYTES);
  if (!key) {
    if (!plainTag(header, place, content).equals(tag)) throw damaged(place.number);
    return content;
  }
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG_BYTES }).setAAD(header).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(content), decipher.final()]);
  } catch {
    throw damaged(place.number);
  }
}

/** Never twice under one key: every backup has its own key, every frame its own number. */
function nonceOf({ number, isLast }: Place): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

function plainTag(header: Buffer, place: Place, content: Buffer): Buffer {
  return createHash('sha256').update(header).update(nonceOf(place)).update(content).digest().subarray(0, TAG_BYTES);
}

const damaged = (number: number): BackupUnusable =>
  new BackupUnusable(backupRefusals.backup_damaged({ where: `in its part ${number + 1}` }));
