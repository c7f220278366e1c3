import { hashSchema } from '@taffrail/domain/attachments';
import { isRefusal, kernelRefusals } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type DoorAnswer, type Reply, type Route } from '../../http/index.ts';
import type { Blobs } from '../../workspace/index.ts';
import { endingOf, mediaTypeOf, mediaTypes } from '../mediaType.ts';
import { readPicture } from '../picture.ts';
import { inTurn } from '../inTurn.ts';
import { thumbnailNameOf } from '../storeFile.ts';

const tag = 'Attachments';
const who = 'viewer';
const params = z.object({ hash: hashSchema });

/** A file never changes under its hash. Opened by itself it can do nothing: no script, no form, no other origin. */
const headers = {
  'cache-control': 'private, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; sandbox",
};

const getFile = defineRoute({
  method: 'GET',
  path: '/api/files/:hash',
  summary: 'Look at an attached file',
  description: 'Pictures can be shown where they are used; a PDF is handed out to be saved.',
  tag,
  who,
  params,
  answers: [{ status: 200, description: 'The file as it was attached', mediaTypes }],
  async door({ workspace, params: { hash } }) {
    const bytes = await workspace.blobs.read(hash);
    return bytes ? fileReply(hash, bytes) : kernelRefusals.not_found({ noun: 'file', id: hash });
  },
});

function fileReply(hash: string, bytes: Uint8Array): Reply {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) throw new Error(`file ${hash} is none of the types that are kept`);
  const shown = mediaType === 'application/pdf' ? 'attachment' : 'inline';
  const disposition = `${shown}; filename="${hash.slice(0, 12)}.${endingOf[mediaType]}"`;
  return { status: 200, file: { mediaType, bytes }, headers: { ...headers, 'content-disposition': disposition } };
}

const getThumbnail = defineRoute({
  method: 'GET',
  path: '/api/files/:hash/thumbnail',
  summary: 'Look at an attached picture, made small',
  tag,
  who,
  params,
  answers: [{ status: 200, description: 'At most 480 pixels a side, upright', mediaTypes: ['image/webp'] }],
  async door({ workspace: { blobs }, params: { hash } }): Promise<DoorAnswer> {
    const bytes = (await blobs.read(thumbnailNameOf(hash))) ?? (await inTurn(() => makeThumbnail(blobs, hash)));
    if (!bytes) return kernelRefusals.not_found({ noun: 'thumbnail', id: hash });
    return { status: 200, file: { mediaType: 'image/webp', bytes }, headers };
  },
});

/** After a restore there are none: they are not in backups, because they can be made again. */
async function makeThumbnail(blobs: Blobs, hash: string): Promise<Uint8Array | undefined> {
  const bytes = await blobs.read(hash);
  if (!bytes || mediaTypeOf(bytes) === 'application/pdf') return undefined;
  const picture = await readPicture(bytes);
  if (isRefusal(picture)) return undefined;
  await blobs.write(thumbnailNameOf(hash), picture.thumbnail);
  return picture.thumbnail;
}

export const fileRoutes: readonly Route[] = [getFile, getThumbnail];
