import { expect, test } from 'vitest';
import { syncLimits } from '../limits.ts';
import { areEqual, openDocument, takeUpdate, type OpenDocument } from './document.ts';
import { kindOf } from './kinds.ts';
import { piecesOf } from './pieces.ts';
import { addParagraph, bodyOf } from './richText.ts';
import { onWriting } from './writing.ts';

const page = kindOf('day/2026-11-20')!;

/** What each doing in a document is sent as. */
function pieces(document: OpenDocument, doing: () => void): readonly Uint8Array[] {
  const all: Uint8Array[] = [];
  const stop = onWriting(document, (update) => all.push(...piecesOf(document, update)));
  document.content.transact(doing);
  stop();
  return all;
}

test.each([
  ['one line of a megabyte', 1, 1_000_000],
  ['four thousand short lines', 4_000, 150],
])('%s goes in pieces that fit a message each, and is whole on the other side', (_, lines, length) => {
  const [here, there] = [openDocument(page), openDocument(page)];
  const before = pieces(here, () => addParagraph(here, 'Before'));
  const pasted = pieces(here, () => {
    for (let line = 0; line < lines; line++) addParagraph(here, 'x'.repeat(length));
    bodyOf(here).delete(0, 1);
  });
  expect(pasted.length).toBeGreaterThan(4);
  for (const piece of [...before, ...pasted]) {
    expect(piece.length).toBeLessThan(syncLimits.messageBytes);
    expect(takeUpdate(there, piece)).not.toHaveProperty('refused');
  }
  expect(areEqual(here, there)).toBe(true);
});

test('what is undone, redone and deleted whole comes to the same on the other side', () => {
  const [here, there] = [openDocument(page), openDocument(page)];
  const all = [
    ...pieces(here, () => addParagraph(here, 'y'.repeat(600_000))),
    ...pieces(here, () => bodyOf(here).delete(0, 1)),
    ...pieces(here, () => addParagraph(here, 'z'.repeat(600_000))),
  ];
  for (const piece of all) expect(takeUpdate(there, piece)).not.toHaveProperty('refused');
  expect(areEqual(here, there)).toBe(true);
});
