import type { MediaType } from '@taffrail/domain/attachments';

export const endingOf: { readonly [Type in MediaType]: string } = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
};

export const mediaTypes = Object.keys(endingOf) as readonly MediaType[];

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
