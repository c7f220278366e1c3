import { madeOf, type OpenDocument, type TextPart } from '@taffrail/sync';
import { pageSchema } from './schema.ts';

/**
 * Whether this version knows all that a page is made of. An editor drops what it does not know, from the page itself and so for
 * everybody; a page that a newer version wrote is therefore not opened in this one.
 */
export function isReadable(document: OpenDocument, text?: TextPart): boolean {
  return [...madeOf(document, text)].every((name) => name in pageSchema.nodes || name in pageSchema.marks);
}
