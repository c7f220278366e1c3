import { isRefusal, type Json, type Refusal } from '@taffrail/domain/kernel';
import { limits } from './limits.ts';
import { withPatience, type Patience } from './patience.ts';
import { httpRefusals } from './refusals.ts';
import type { FileUse } from './route.ts';
import { readJson } from './strictJson.ts';

/** How long bodies may take, and how many of them there may be. */
export interface BodyLimits {
  readonly bodyTimeoutMs: number;
  readonly uploadWindowMs: number;
  readonly uploadWindowBytes: number;
  readonly uploadsAtOnce: number;
}

/** The JSON a request carries; no `value` where it carries nothing at all. */
export async function readBody(request: Request, { bodyTimeoutMs }: BodyLimits): Promise<{ readonly value?: Json } | Refusal> {
  if (!hasBody(request)) return {};
  const unsupported = judgeContentType(request, (contentType) => isPlainJson.test(contentType), ['application/json']);
  if (unsupported) return unsupported;
  const bytes = await readBytes(request, limits.bodyBytes, { windowMs: bodyTimeoutMs, windowBytes: Infinity });
  if (isRefusal(bytes)) return bytes;
  return bytes.length === 0 ? {} : readJson(bytes);
}

/** A file as it is. What it says it is only has to be something that is taken; what it is, its bytes say. */
export async function readFile(
  request: Request,
  { mediaTypes, limitBytes }: FileUse,
  { uploadWindowMs, uploadWindowBytes }: BodyLimits,
): Promise<Uint8Array | Refusal> {
  const unsupported = judgeContentType(request, (contentType) => mediaTypes.includes(contentType.toLowerCase()), mediaTypes);
  return unsupported ?? readBytes(request, limitBytes, { windowMs: uploadWindowMs, windowBytes: uploadWindowBytes });
}

function judgeContentType(request: Request, isTaken: (contentType: string) => boolean, taken: readonly string[]): Refusal | undefined {
  const contentType = request.headers.get('content-type') ?? 'nothing';
  const encoding = request.headers.get('content-encoding');
  if (isTaken(contentType) && encoding === null) return undefined;
  return httpRefusals.unsupported_media_type({ taken, content_type: encoding === null ? contentType : `${contentType}, ${encoding}` });
}

const isPlainJson = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

export function hasBody(request: Request): boolean {
  const length = request.headers.get('content-length');
  return length === null ? request.headers.has('transfer-encoding') : length !== '0';
}

async function readBytes(request: Request, limitBytes: number, patience: Patience): Promise<Uint8Array | Refusal> {
  const length = request.headers.get('content-length');
  // The server never reads past a declared length, so it can be judged before a byte is kept.
  if (length !== null && Number(length) > limitBytes) return tooLarge(limitBytes);
  try {
    return await withPatience(patience, (arrived) =>
      // What must come as a whole need not be counted on its way, and is read faster so.
      length !== null && patience.windowBytes === Infinity ? readWhole(request) : readUpToLimit(request, limitBytes, arrived),
    );
  } catch {
    return httpRefusals.body_cut_short();
  }
}

const readWhole = async (request: Request): Promise<Uint8Array> => new Uint8Array(await request.arrayBuffer());

/** Without a declared length the bytes are counted as they come, and what lies beyond the limit is never kept. */
async function readUpToLimit(request: Request, limitBytes: number, arrived: (bytes: number) => void): Promise<Uint8Array | Refusal> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request.body ?? []) {
    total += chunk.length;
    if (total > limitBytes) return tooLarge(limitBytes);
    chunks.push(chunk);
    arrived(chunk.length);
  }
  return Buffer.concat(chunks, total);
}

const tooLarge = (limitBytes: number): Refusal => httpRefusals.body_too_large({ limit_bytes: limitBytes });
