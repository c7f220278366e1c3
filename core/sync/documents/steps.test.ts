import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import { areEqual, openDocument, stateVectorOf, takeUpdate, updateSince, type OpenDocument } from './document.ts';
import { kindOf } from './kinds.ts';
import { addParagraph, bodyOf, paragraphsOf } from './richText.ts';
import { stepsOf } from './steps.ts';

const page = kindOf('day/2026-11-20')!;

/** A text of two authors with a hole after every letter, and what both came to since it was known. */
function holed(letters: number): { readonly known: OpenDocument; readonly now: OpenDocument; readonly update: Uint8Array } {
  const [known, now, other] = [openDocument(page), openDocument(page), openDocument(page)];
  addParagraph(now, 'ab'.repeat(letters / 2));
  takeUpdate(other, sent(now, other));
  addParagraph(other, 'cd'.repeat(letters / 2));
  takeUpdate(now, sent(other, now));
  takeUpdate(known, sent(now, known));
  now.content.transact(() => {
    for (const paragraph of [0, 1]) {
      const text = (bodyOf(now).get(paragraph) as unknown as { firstChild: { delete(at: number, length: number): void } }).firstChild;
      for (let at = letters / 2; at > 0; at--) text.delete(at * 2 - 1, 1);
    }
    addParagraph(now, 'written besides');
  });
  return { known, now, update: sent(now, known) };
}

const sent = (from: OpenDocument, to: OpenDocument): Uint8Array => updateSince(from, stateVectorOf(to)) as Uint8Array;

test('what deletes in thousands of places comes to the same in steps', () => {
  const { known, now, update } = holed(5_000);
  const steps = stepsOf(known, update);
  if (isRefusal(steps)) throw new Error(steps.sentence);
  expect(steps.length).toBe(4);
  for (const step of steps) expect(isRefusal(takeUpdate(known, step))).toBe(false);
  expect(areEqual(known, now)).toBe(true);
  expect(paragraphsOf(known)).toEqual(['a'.repeat(2_500), 'c'.repeat(2_500), 'written besides']);
});

test('what deletes in fewer stays whole', () => {
  const { known, update } = holed(1_000);
  expect(stepsOf(known, update)).toEqual([update]);
  const large = openDocument(page);
  addParagraph(large, 'x'.repeat(50_000));
  const text = sent(large, openDocument(page));
  expect(stepsOf(openDocument(page), text)).toEqual([text]);
});

test('what cannot be taken is refused before any step of it', () => {
  const { update } = holed(5_000);
  expect(stepsOf(openDocument(page), update)).toMatchObject({ code: 'update_out_of_turn' });
  expect(stepsOf(openDocument(page), update.subarray(0, -1))).toMatchObject({ code: 'malformed_update' });
});
