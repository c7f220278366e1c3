import { hashSchema, mediaTypeOf, mediaTypeSchema, MOST_FILE_BYTES } from '@taffrail/domain/attachments';
import { isRefusal, kernelRefusals } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type DoorAnswer, type Reply, type Route } from '../../http/index.ts';
import type { Blobs } from '../../workspace/index.ts';
import { endingOf, mediaTypes } from '../mediaType.ts';
import { readPicture } from '../picture.ts';
import { inTurn } from '../inTurn.ts';
import { inspectFile } from '../inspect.ts';
import { refusals } from '../refusals.ts';
import { hashOf, storeFile, thumbnailNameOf } from '../storeFile.ts';

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

const heldFileSchema = z.object({
  hash: hashSchema,
  media_type: mediaTypeSchema,
  bytes: z.int().min(1),
  width: z.int().nullable(),
  height: z.int().nullable(),
});

const putFile = (quotaBytes: number) =>
  defineRoute({
    method: 'PUT',
    path: '/api/files/:hash',
    summary: 'Send a file ahead',
    description:
      'For devices that attached it while they were on their own: the file first, then the command that speaks of it. ' +
      'Sending the same again does no harm; what no attachment speaks of is collected after a month.',
    tag,
    who: 'member',
    params,
    file: { mediaTypes: [...mediaTypes, 'application/octet-stream'], limitBytes: MOST_FILE_BYTES },
    answers: [{ status: 200, description: 'What the file is', schema: heldFileSchema }],
    async door({ workspace, params: { hash: given }, file }) {
      const hash = hashOf(file);
      if (hash !== given) return refusals.file_is_another({ hash, given });
      return inTurn(async (): Promise<DoorAnswer> => {
        const inspected = await inspectFile(file);
        if (isRefusal(inspected)) return inspected;
        const stored = await storeFile(workspace, file, inspected, quotaBytes);
        if (isRefusal(stored)) return stored;
        const { media_type, picture } = inspected;
        return {
          status: 200,
          body: { hash, media_type, bytes: file.length, width: picture?.width ?? null, height: picture?.height ?? null },
        };
      });
    },
  });

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

export const fileRoutesWith = (quotaBytes: number): readonly Route[] => [getFile, putFile(quotaBytes), getThumbnail];
