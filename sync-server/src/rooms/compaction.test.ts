import { afterEach, beforeEach, expect, test } from 'vitest';
import { addParagraph, areEqual, base64Of, openDocument, setTick, stateVectorOf, updateSince, type OpenDocument } from '@taffrail/sync';
import { documentBytes, readDocument } from '../workspace/index.ts';
import { limits } from './limits.ts';
import { openHouse, PAGE, pageKind, until, type House } from './testing/house.ts';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const stored = () => house.workspace.read((sql) => readDocument(sql, PAGE));

const isAtRest = (): boolean => house.rooms.open === 0;

/** Brings what is written as a device without a socket does. How that was answered. */
async function bring(page: OpenDocument, write: () => void): Promise<string> {
  const known = stateVectorOf(page);
  write();
  const update = base64Of(updateSince(page, known) as Uint8Array);
  const { body } = await house.post('/api/documents/sync', { documents: [{ name: PAGE, state_vector: base64Of(known), update }] });
  return body.documents[0].code ?? body.documents[0].outcome;
}

test('many updates become one snapshot that reads the same', async () => {
  const page = openDocument(pageKind);
  for (let n = 0; n < limits.compactAfterUpdates + 20; n++) await bring(page, () => setTick(page, 'phone', 'stop set', n % 2 === 0));
  await until(isAtRest);
  const { snapshot, updates } = stored();
  expect(updates).toHaveLength(20);
  expect(snapshot!.length).toBeLessThan(200);
  expect(areEqual(openDocument(pageKind, stored()), page)).toBe(true);
  expect(house.workspace.read(documentBytes)).toBe(snapshot!.length + updates.reduce((sum, { length }) => sum + length, 0));
});

test('a page of 50,000 words that is edited for long is never too large', async () => {
  const page = openDocument(pageKind);
  const answers = new Set<string>();
  for (let n = 0; n < 100; n++) answers.add(await bring(page, () => addParagraph(page, 'entry '.repeat(500))));
  const body = page.content.getXmlFragment('body');
  for (let n = 0; n < 2 * limits.compactAfterUpdates; n++) {
    const edit = (): void => {
      body.delete((n * 37) % body.length, 1);
      addParagraph(page, 'other '.repeat(500));
    };
    answers.add(await bring(page, n % 4 === 0 ? edit : () => setTick(page, 'phone', `box ${n % 40}`, n % 3 === 0)));
  }
  expect([...answers]).toEqual(['synced']);
  await until(isAtRest);
  expect(areEqual(openDocument(pageKind, stored()), page)).toBe(true);
});

test('a book that is closed while a document is compacted keeps all of it, and nothing goes on behind it', async () => {
  const page = openDocument(pageKind);
  await bring(page, () => addParagraph(page, 'x'.repeat(2 * limits.compactAboveBytes)));
  expect(house.rooms.open).toBe(1);
  house.workspace.close();
  await until(isAtRest);
  house.reopen();
  expect(stored()).toMatchObject({ snapshot: undefined, updates: [expect.anything()] });
  expect(areEqual(openDocument(pageKind, stored()), page)).toBe(true);
  expect(house.failures).toEqual([]);
});
