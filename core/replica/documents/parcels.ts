import { authorsIn, merged, syncLimits } from '@taffrail/sync';
import type { WritingRow } from './tables.ts';

/** Writing that goes to the server in one piece, and the places it stands for here. */
export interface Parcel {
  readonly places: readonly number[];
  readonly update: Uint8Array;
}

const MOST_BYTES = syncLimits.messageBytes / 2;
/** Half of what is taken: months of writing alone, each day by another author, must find a way up. */
const MOST_AUTHORS = syncLimits.clientsPerUpdate / 2;

/** Packs what follows each other. Kept in order, because each piece may build on those before. */
export function parcelsOf(rows: readonly Pick<WritingRow, 'place' | 'content'>[]): Parcel[] {
  const groups: { places: number[]; contents: Uint8Array[]; bytes: number; authors: number }[] = [];
  for (const { place, content } of rows) {
    const authors = authorsIn(content);
    const group = groups.at(-1);
    if (group && group.bytes + content.length <= MOST_BYTES && group.authors + authors <= MOST_AUTHORS) {
      group.places.push(place);
      group.contents.push(content);
      group.bytes += content.length;
      group.authors += authors;
    } else groups.push({ places: [place], contents: [content], bytes: content.length, authors });
  }
  return groups.map(({ places, contents }) => ({ places, update: merged(contents) }));
}
