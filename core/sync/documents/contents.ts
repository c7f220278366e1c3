import type { Refusal } from '@taffrail/domain/kernel';
import * as decoding from 'lib0/decoding';
import { syncLimits } from '../limits.ts';
import { syncRefusals } from '../refusals.ts';
import { isShallowJson, isShallowValue, skipBytes } from './values.ts';

/** What a piece of writing can be, by the number that Yjs gives it. */
export const forms = {
  collected: 0,
  deleted: 1,
  json: 2,
  bytes: 3,
  text: 4,
  embed: 5,
  format: 6,
  type: 7,
  values: 8,
  document: 9,
  gap: 10,
} as const;

/** Types that have a name of their own: elements and hooks. */
const NAMED_TYPES: ReadonlySet<number> = new Set([3, 5]);
const LAST_TYPE = 6;
const ONE = 1;

/** Goes past what one piece holds. How many places that takes up; throws where it is not to be read. */
export function contentLength(decoder: decoding.Decoder, form: number): number | Refusal {
  switch (form) {
    case forms.collected:
    case forms.deleted:
    case forms.gap:
      return decoding.readVarUint(decoder);
    case forms.json:
      return count(decoder, isShallowEntry);
    case forms.bytes:
      skipBytes(decoder);
      return ONE;
    case forms.text:
      return textLength(decoder);
    case forms.embed:
      return isShallowEntry(decoder) ? ONE : tooDeep();
    case forms.format:
      decoding.readVarString(decoder);
      return isShallowEntry(decoder) ? ONE : tooDeep();
    case forms.type:
      skipType(decoder);
      return ONE;
    case forms.values:
      return count(decoder, (each) => isShallowValue(each, syncLimits.documentDepth));
    case forms.document:
      return syncRefusals.malformed_update({ problem: 'a document cannot hold another' });
    default:
      throw new RangeError('there is no such form of content');
  }
}

function count(decoder: decoding.Decoder, isShallow: (decoder: decoding.Decoder) => boolean): number | Refusal {
  const length = decoding.readVarUint(decoder);
  for (let left = length; left > 0; left--) if (!isShallow(decoder)) return tooDeep();
  return length;
}

const tooDeep = (): Refusal => syncRefusals.nested_too_deep({ limit: syncLimits.documentDepth });

function isShallowEntry(decoder: decoding.Decoder): boolean {
  const text = decoding.readVarString(decoder);
  // What JSON has no word for is written as it is.
  return text === 'undefined' || isShallowJson(text, syncLimits.documentDepth);
}

/** In the units of JavaScript, as many as the bytes of plain letters; only what has others is decoded for it. */
function textLength(decoder: decoding.Decoder): number {
  const startsAt = decoder.pos;
  const bytes = decoding.readVarUint(decoder);
  const end = decoder.pos + bytes;
  while (decoder.pos < end && (decoder.arr[decoder.pos] ?? 0xff) < 0x80) decoder.pos += 1;
  if (decoder.pos === end) return bytes;
  decoder.pos = startsAt;
  return decoding.readVarString(decoder).length;
}

function skipType(decoder: decoding.Decoder): void {
  const type = decoding.readVarUint(decoder);
  if (type > LAST_TYPE) throw new RangeError('there is no such type');
  if (NAMED_TYPES.has(type)) decoding.readVarString(decoder);
}
