import type { Json, Refusal } from '@taffrail/domain/kernel';
import { findFlaw } from './jsonFlaw.ts';
import { httpRefusals } from './refusals.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * JSON.parse, less what it lets pass silently: repeated names, numbers it rounds, half characters, any depth.
 * The text is judged before it is parsed, so the parse cannot fail.
 */
export function readJson(bytes: Uint8Array): { readonly value: Json } | Refusal {
  const text = decode(bytes);
  if (text === undefined) return httpRefusals.malformed_json({ line: 1, column: 1, problem: 'the bytes are not UTF-8' });
  const flaw = findFlaw(text);
  if (flaw) return httpRefusals.malformed_json({ ...placeOf(text, flaw.at), problem: flaw.problem });
  return { value: JSON.parse(text) as Json };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
