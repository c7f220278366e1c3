import { z } from 'zod';

export const mediaTypeSchema = z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'application/pdf']);

export type MediaType = z.infer<typeof mediaTypeSchema>;

/** Every file is judged by how it begins; names and headers say what somebody wishes it to be. */
const beginnings: readonly (readonly [type: MediaType, pattern: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n[^]\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/webp', /^RIFF[^]{4}WEBPVP8/],
  ['image/gif', /^GIF8[79]a/],
  ['image/avif', /^\0\0\0[^]ftypavi[fs]/],
  // Readers put up with something before it, which is how a web page hides in a PDF.
  ['application/pdf', /^%PDF-[12]\.\d/],
];
const LONGEST_BEGINNING = 16;

export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING));
  return beginnings.find(([, pattern]) => pattern.test(start))?.[0];
}
