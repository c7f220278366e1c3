import { createHash } from 'node:crypto';
import type { Refusal } from '@taffrail/domain/kernel';
import type { Workspace } from '../workspace/index.ts';
import { collectingAfter } from './collecting.ts';
import type { Inspected } from './inspect.ts';
import { refusals } from './refusals.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const thumbnailNameOf = (hash: string): string => `${hash}.thumbnail`;

/**
 * Keeps a file under its hash, before any fact speaks of it: a fact whose file is missing could not be mended. Its collection
 * is asked for before that, so that a file no fact came to speak of is not kept for ever either.
 */
export async function storeFile(
  { blobs, requestJob, now }: Pick<Workspace, 'blobs' | 'requestJob' | 'now'>,
  bytes: Uint8Array,
  { picture }: Inspected,
  quotaBytes: number,
): Promise<string | Refusal> {
  const hash = hashOf(bytes);
  const heldBytes = await blobs.heldBytes();
  if (heldBytes + bytes.length > quotaBytes && !(await blobs.holds(hash))) {
    return refusals.no_room_for_file({ held_bytes: heldBytes, bytes: bytes.length, limit_bytes: quotaBytes });
  }
  requestJob(collectingAfter(now()));
  await blobs.write(hash, bytes);
  if (picture) await blobs.write(thumbnailNameOf(hash), picture.thumbnail);
  return hash;
}
