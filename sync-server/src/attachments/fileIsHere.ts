import { addAttachmentPayload } from '@taffrail/domain/attachments';
import type { Command, Refusal } from '@taffrail/domain/kernel';
import type { Blobs } from '../workspace/index.ts';
import { refusals } from './refusals.ts';

/** A fact that speaks of a file is only recorded once the file is here: a picture that never came could not be mended later. */
export function fileIsHere({ type, payload }: Command, blobs: Blobs): Promise<Refusal | undefined> | undefined {
  if (type !== 'AddAttachment') return undefined;
  const asked = addAttachmentPayload.shape.hash.safeParse((payload as { hash?: unknown } | null)?.hash);
  return asked.success ? missing(asked.data, blobs) : undefined;
}

async function missing(hash: string, blobs: Blobs): Promise<Refusal | undefined> {
  return (await blobs.holds(hash)) ? undefined : refusals.file_missing({ hash });
}
