import { isRefusal, type Json, type Refusal } from '@taffrail/domain/kernel';
import { limits } from './limits.ts';
import { httpRefusals } from './refusals.ts';
import { readJson } from './strictJson.ts';

/** The JSON a request carries; no `value` where it carries nothing at all. */
export async function readBody(request: Request): Promise<{ readonly value?: Json } | Refusal> {
  if (!hasBody(request)) return {};
  const contentType = request.headers.get('content-type') ?? 'nothing';
  const encoding = request.headers.get('content-encoding');
  if (!isPlainJson.test(contentType) || encoding !== null) {
    return httpRefusals.unsupported_media_type({ content_type: encoding === null ? contentType : `${contentType}, ${encoding}` });
  }
  const bytes = await readBytes(request);
  if (isRefusal(bytes)) return bytes;
  return bytes.length === 0 ? {} : readJson(bytes);
}

const isPlainJson = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

export function hasBody(request: Request): boolean {
  const length = request.headers.get('content-length');
  return length === null ? request.headers.has('transfer-encoding') : length !== '0';
}

async function readBytes(request: Request): Promise<Uint8Array | Refusal> {
  try {
    const length = request.headers.get('content-length');
    if (length === null) return await readUpToLimit(request);
    // The server never reads past a declared length, so it can be judged before a byte is kept.
    if (Number(length) > limits.bodyBytes) return tooLarge();
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    return httpRefusals.body_cut_short();
  }
}

/** Without a declared length the bytes are counted as they come, and what lies beyond the limit is never kept. */
async function readUpToLimit(request: Request): Promise<Uint8Array | Refusal> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request.body ?? []) {
    total += chunk.length;
    if (total > limits.bodyBytes) return tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}

const tooLarge = (): Refusal => httpRefusals.body_too_large({ limit_bytes: limits.bodyBytes });
