import type { Id } from './id.ts';
import { sha256 } from './sha256.ts';

/**
 * The id of something that there is one of for these words, so that two devices without a network come to the same one
 * (RFC 9562, version 8). Each word goes in with its length: moving a letter to the next word is another id.
 */
export function derivedId(...words: readonly string[]): Id {
  const message = words.flatMap((word) => {
    const bytes = utf8(word);
    return [...bytesOf(bytes.length), ...bytes];
  });
  const [first = 0, second = 0, third = 0, fourth = 0] = sha256(message);
  const hex = [first, withVersion(second), withVariant(third), fourth].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const withVersion = (word: number): number => (word & 0xffff_0fff) | 0x8000;
const withVariant = (word: number): number => (word & 0x3fff_ffff) | 0x8000_0000;
const bytesOf = (length: number): number[] => [length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff];

function utf8(text: string): number[] {
  return Array.from(text.toWellFormed()).flatMap((character) => {
    const point = character.codePointAt(0) ?? 0;
    const six = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
    if (point < 0x80) return [point];
    if (point < 0x800) return [0xc0 | (point >> 6), six(0)];
    if (point < 0x1_0000) return [0xe0 | (point >> 12), six(6), six(0)];
    return [0xf0 | (point >> 18), six(12), six(6), six(0)];
  });
}
