import { randomUUID } from 'node:crypto';
import { addParagraph, areEqual, bytesOf, kindOf, openDocument, updateSince } from '@taffrail/sync';
import { beforeEach, expect, test } from 'vitest';
import { appendUpdate } from '../workspace/index.ts';
import { identityDesk, type Visitor } from './testing/identityBench.ts';

const bench = identityDesk();
let trader: Visitor;
beforeEach(async () => {
  trader = await bench().claim('Trader');
});

const linesOf = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('an owner takes the whole book along: every fact, and every answer', async () => {
  const commands = Array.from({ length: 3 }, () => ({
    command_id: randomUUID(),
    type: 'StartTally',
    aggregate_id: randomUUID(),
    payload: { name: 'A tally' },
  }));
  const { body } = await trader.call('POST', '/api/commands', { commands });
  expect(body.answers.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
  const receipts = await bench().app.request('/api/identity/export/receipts.jsonl', { headers: { cookie: trader.cookie! } });
  const facts = await bench().app.request('/api/identity/export/facts.jsonl', { headers: { cookie: trader.cookie! } });
  expect(facts.headers.get('content-disposition')).toBe('attachment; filename="facts.jsonl"');
  expect(linesOf(await facts.text())).toHaveLength(3);
  const answered = linesOf(await receipts.text()).map((receipt) => (receipt as { command_id: string }).command_id);
  expect(answered.toSorted()).toEqual(commands.map(({ command_id }) => command_id).toSorted());
  const { body: record } = await trader.call('GET', '/api/identity/audit?limit=1');
  expect(record.records).toMatchObject([{ type: 'workspace_exported', workspace_id: 'main', details: { file: 'facts.jsonl' } }]);
});

test('the documents come along', async () => {
  const page = openDocument(kindOf('day/2025-02-05')!);
  addParagraph(page, 'wait for the retest');
  const book = bench().workspace('main');
  await book.transact((sql) => appendUpdate(sql, 'day/2025-02-05', updateSince(page, new Uint8Array([0])) as Uint8Array, book.now()));
  const documents = await bench().app.request('/api/identity/export/documents.jsonl', { headers: { cookie: trader.cookie! } });
  const [line, ...more] = linesOf(await documents.text()) as { name: string; update: string }[];
  expect([line?.name, more]).toEqual(['day/2025-02-05', []]);
  const read = openDocument(kindOf('day/2025-02-05')!, { snapshot: undefined, updates: [bytesOf(line!.update)] });
  expect(areEqual(read, page)).toBe(true);
});

test('no other file is reached by that path', async () => {
  for (const file of ['about.json', '..', '__proto__', 'constructor']) {
    expect((await trader.call('GET', `/api/identity/export/${file}`)).status).toBeGreaterThanOrEqual(400);
  }
});
