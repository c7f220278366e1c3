import { hashSchema } from '@taffrail/domain/attachments';
import { z } from 'zod';
import type { Http } from '../line/http.ts';
import type { Reply } from '../line/serverLine.ts';

export type Size = 'whole' | 'small';

/** The server, as far as files are concerned. */
export interface FileLine {
  put(hash: string, file: Blob, signal: AbortSignal): Promise<Reply<unknown>>;
  get(hash: string, size: Size, signal: AbortSignal): Promise<Reply<Uint8Array<ArrayBuffer>>>;
}

const heldSchema = z.object({ hash: hashSchema });

export function httpFileLine({ send, open }: Http): FileLine {
  return {
    put: (hash, file, signal) => send('PUT', `/api/files/${hash}`, heldSchema, signal, file),
    get: (hash, size, signal) =>
      open(`/api/files/${hash}${size === 'small' ? '/thumbnail' : ''}`, signal, async (response) => ({
        kind: 'answered',
        value: new Uint8Array(await response.arrayBuffer()),
      })),
  };
}
