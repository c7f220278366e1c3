import { addParagraph, openDocument, stateVectorOf, updateSince, type DocumentKind } from '@taffrail/sync';

/** What nobody's editor writes, byte by byte: Yjs itself could not make most of it. */

/** Claims four billion pieces in V2, where a few bytes stand for any number. */
export const endlessV2 = Uint8Array.of(0, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0);
/** Claims thirty-three million pieces in V1, and brings none. */
export const crowdedV1 = Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 7, 0);
/** Begins at the author's sixth piece; the five before it are nowhere. */
export const clockGap = Uint8Array.of(1, 1, 7, 5, 0x04, 1, 4, 0x62, 0x6f, 0x64, 0x79, 1, 0x78, 0);

const label = (letters: string): number[] => [letters.length, ...new TextEncoder().encode(letters)];

const varint = (number: number): number[] => (number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))]);

const repeated = (times: number, ...bytes: readonly number[]): number[] => Array.from({ length: times }, () => bytes).flat();

/** An update of one author's pieces, none of which deletes anything. */
const update = (pieces: number, bytes: readonly number[]): Uint8Array => Uint8Array.from([1, ...varint(pieces), 7, 0, ...bytes, 0]);

/** One plain value, put among the ticks in the form that `info` says. */
const value = (info: number, bytes: readonly number[]): Uint8Array => update(1, [info, 1, ...label('ticks'), ...label('p'), 1, ...bytes]);

/** The same depth in each form that content comes in. */
export const deepContent = {
  'shared lists'(levels: number): Uint8Array {
    const lists = [0x07, 1, ...label('body'), 0];
    for (let clock = 0; clock < levels - 1; clock++) lists.push(0x07, 0, 7, ...varint(clock), 0);
    return update(levels, lists);
  },
  'a plain value': (levels: number): Uint8Array => value(0x28, [...repeated(levels, 117, 1), 126]),
  JSON: (levels: number): Uint8Array => value(0x22, [...varint(2 * levels), ...repeated(levels, 0x5b), ...repeated(levels, 0x5d)]),
};

/** A text, and after it the deletion of every other letter: honest, but each hole has to be told on its own. */
export function tombstones(kind: DocumentKind, count: number): readonly [text: Uint8Array, holes: Uint8Array] {
  const document = openDocument(kind);
  addParagraph(document, 'ab'.repeat(count));
  const text = updateSince(document, NOTHING_KNOWN) as Uint8Array;
  const known = stateVectorOf(document);
  const paragraph = document.content.getXmlFragment('body').get(0) as unknown as {
    readonly firstChild: { delete(at: number, length: number): void };
  };
  document.content.transact(() => {
    for (let at = count; at > 0; at--) paragraph.firstChild.delete(at * 2 - 1, 1);
  });
  return [text, updateSince(document, known) as Uint8Array];
}

const NOTHING_KNOWN = new Uint8Array([0]);
