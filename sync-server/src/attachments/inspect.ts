import { attachmentRefusals, mediaTypeOf, type MediaType } from '@taffrail/domain/attachments';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { readPicture, type Picture } from './picture.ts';

export interface Inspected {
  readonly media_type: MediaType;
  /** A PDF is not looked into, only handed on. */
  readonly picture: Picture | null;
}

export async function inspectFile(bytes: Uint8Array): Promise<Inspected | Refusal> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) return attachmentRefusals.file_type_not_taken();
  if (mediaType === 'application/pdf') return { media_type: mediaType, picture: null };
  const picture = await readPicture(bytes);
  return isRefusal(picture) ? picture : { media_type: mediaType, picture };
}
