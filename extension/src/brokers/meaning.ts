import { isFlawed, patternOf } from '@taffrail/domain/playbooks';
import type { Adapter, FieldName, Meaning } from './adapter.ts';
import { legible } from './legible.ts';
import { LONGEST_TEXT } from './limits.ts';
import { numberIn, type Signs } from './number.ts';
import type { Why } from './reading.ts';
import { symbolIn } from './symbol.ts';

export type Meant = { readonly value: string } | { readonly why: Why };

/** What the words of a page come to for a field, or why nothing can be made of them. */
export function meantBy(
  words: string,
  name: FieldName,
  meaning: Meaning,
  { value_maps: maps }: Pick<Adapter, 'value_maps'>,
  signs: Signs,
): Meant {
  if (words.length > LONGEST_TEXT) return { why: 'too_long' };
  const trimmed = words.trim();
  if (trimmed === '') return { why: 'empty' };
  const found = meaning.pattern === undefined ? trimmed : foundBy(meaning.pattern, trimmed);
  if (!found) return { why: 'not_known' };
  const mapped = meaning.map === undefined ? found : ownValue(maps[meaning.map], found.trim().toLowerCase());
  return mapped === undefined ? { why: 'not_known' } : asField(mapped, name, signs);
}

function foundBy(source: string, text: string): string | undefined {
  const pattern = patternOf(source);
  return isFlawed(pattern) ? undefined : pattern.foundIn(text);
}

function ownValue(map: { readonly [said: string]: string } | undefined, said: string): string | undefined {
  return map !== undefined && Object.hasOwn(map, said) ? map[said] : undefined;
}

function asField(text: string, name: FieldName, signs: Signs): Meant {
  if (name === 'account') return { value: legible(text) };
  if (name === 'side') return text === 'buy' || text === 'sell' ? { value: text } : { why: 'not_known' };
  if (name === 'symbol') return orWhy(symbolIn(text), 'not_a_symbol');
  const number = numberIn(text, signs);
  // A ticket that says 0 has not been filled in yet, and an order has no sign but its side.
  if (name === 'quantity' && number === '0') return { why: 'empty' };
  return orWhy(name === 'quantity' && number?.startsWith('-') ? undefined : number, 'not_a_number');
}

const orWhy = (value: string | undefined, why: Why): Meant => (value === undefined ? { why } : { value });
