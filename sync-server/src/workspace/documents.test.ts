import { addParagraph, areEqual, kindOf, openDocument, updateSince, type DocumentKind } from '@taffrail/sync';
import { expect, test } from 'vitest';
import { openMemory } from '../storage/index.ts';
import { appendUpdate, exportDocuments, importBook, listDocuments, readDocument, rebuild } from './index.ts';
import { newId, sha256, workspaceBench } from './testing/bench.ts';
import { tally } from './testing/tally.ts';

const NAME = 'day/2025-02-05';
const kind = kindOf(NAME) as DocumentKind;

async function writtenBook() {
  const bench = workspaceBench();
  const workspace = bench.open();
  const page = openDocument(kind);
  addParagraph(page, 'wait for the retest');
  const update = updateSince(page, new Uint8Array([0])) as Uint8Array;
  await workspace.transact((sql) => appendUpdate(sql, NAME, update, workspace.now()));
  return { bench, page };
}

const imported = (documents: Iterable<unknown>) => {
  const { sql } = openMemory();
  const answer = importBook({ sql, contexts: [tally], sha256, nextId: newId }, { facts: [], receipts: [], documents });
  return { sql, answer };
};

test('documents go through export and import, and stay out of what is folded from facts', async () => {
  const { bench, page } = await writtenBook();
  rebuild(bench.sql, [tally]);
  expect(bench.verify().findings).toEqual([]);
  const { sql, answer } = imported(exportDocuments(bench.sql));
  expect(answer).toMatchObject({ seq: 0 });
  expect(areEqual(openDocument(kind, readDocument(sql, NAME)), page)).toBe(true);
  expect([...exportDocuments(sql)]).toEqual([...exportDocuments(bench.sql)]);
});

test.each([
  ['another kind', { name: 'diary/1' }],
  ['no name', { name: '__proto__/x' }],
  ['no base64', { update: '!!' }],
  ['half an update', { update: 'AQEH' }],
])('an import with %s takes nothing', async (_, change) => {
  const { bench } = await writtenBook();
  const [line] = [...exportDocuments(bench.sql)];
  const { sql, answer } = imported([line, { ...line, ...change }]);
  expect(answer).toMatchObject({ refused: true, code: 'document_unreadable', details: { line: 2 } });
  expect(readDocument(sql, NAME).updates).toEqual([]);
});

test('work of a transaction that throws takes back its own writes only', async () => {
  const { bench } = await writtenBook();
  const workspace = bench.open();
  const broken = workspace.transact(() => {
    throw new Error('broken');
  });
  const sound = workspace.transact((sql) => {
    appendUpdate(sql, NAME, new Uint8Array([0, 0]), workspace.now());
    return 'written';
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await sound).toBe('written');
  expect(readDocument(bench.sql, NAME).updates).toHaveLength(2);
});

test('what changed since is listed once each, in the order of the changes', async () => {
  const { bench } = await writtenBook();
  const workspace = bench.open();
  const write = (name: string): Promise<void> =>
    workspace.transact((sql) => appendUpdate(sql, name, new Uint8Array([0, 0]), workspace.now()));
  const namesAfter = (after: number): string[] => listDocuments(bench.sql, after, 10).map(({ name }) => name);
  await write('day/2025-02-06');
  const seen = listDocuments(bench.sql, 0, 10).at(-1)?.change ?? 0;
  expect(namesAfter(seen)).toEqual([]);
  await write('day/2025-02-07');
  await write(NAME);
  expect(namesAfter(seen)).toEqual(['day/2025-02-07', NAME]);
  expect(namesAfter(0)).toEqual(['day/2025-02-06', 'day/2025-02-07', NAME]);
});
