import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { limits } from './limits.ts';
import { httpRefusals } from './refusals.ts';

export interface RequestHeaders {
  /** The version an edit was made on. */
  readonly ifMatch?: number;
  /** Chosen by the caller; makes sending a request again harmless. */
  readonly idempotencyKey?: string;
}

/** What a route does with the two headers that make a change safe. */
export interface HeaderUse {
  /** `required`: the rules refuse the edit without it. `optional`: checked when given. */
  readonly ifMatch?: 'required' | 'optional';
  readonly idempotencyKey?: 'optional';
}

export function readHeaders(headers: Headers, use: HeaderUse): RequestHeaders | Refusal {
  const ifMatch = readIfMatch(headers.get('if-match'), use);
  if (isRefusal(ifMatch)) return ifMatch;
  const idempotencyKey = readIdempotencyKey(headers.get('idempotency-key'));
  if (isRefusal(idempotencyKey)) return idempotencyKey;
  return { ...ifMatch, ...idempotencyKey };
}

function readIfMatch(text: string | null, use: HeaderUse): Pick<RequestHeaders, 'ifMatch'> | Refusal {
  if (text === null) return {};
  // Ignoring it would let a caller believe that a version was checked.
  if (!use.ifMatch) return httpRefusals.if_match_not_taken();
  const digits = /^(?:"([1-9]\d{0,14})"|([1-9]\d{0,14}))$/.exec(text);
  return digits ? { ifMatch: Number(digits[1] ?? digits[2]) } : httpRefusals.malformed_if_match();
}

function readIdempotencyKey(text: string | null): Pick<RequestHeaders, 'idempotencyKey'> | Refusal {
  if (text === null) return {};
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  const wellFormed = /^[\x21-\x7e]+$/.test(key) && key.length <= limits.idempotencyKeyChars;
  return wellFormed ? { idempotencyKey: key } : httpRefusals.malformed_idempotency_key({ limit: limits.idempotencyKeyChars });
}

export const etagOf = (version: number): string => `"${version}"`;
