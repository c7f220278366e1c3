import { beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '@taffrail/domain/kernel';
import { openMemory } from '../storage/index.ts';
import { exportFacts, exportReceipts, importBook } from './index.ts';
import { command, newId, sha256, workspaceBench } from './testing/bench.ts';
import { tally } from './testing/tally.ts';

describe('an export, imported into an empty book', () => {
  let bench: ReturnType<typeof workspaceBench>;
  let facts: Record<string, unknown>[];
  let receipts: Record<string, unknown>[];
  const id = newId();
  const repeated = command('AddToTally', id, { by: -1 });

  beforeEach(async () => {
    bench = workspaceBench();
    const workspace = bench.open();
    await workspace.submit(command('StartTally', id, { name: 'a' }), 'script');
    await workspace.submit(repeated, 'script');
    for (const by of [100, 20]) await workspace.submit(command('AddToTally', id, { by }), 'script');
    facts = [...exportFacts(bench.sql)] as unknown as typeof facts;
    receipts = [...exportReceipts(bench.sql)] as unknown as typeof receipts;
  });

  const parts = (sql = openMemory().sql) => ({ sql, contexts: [tally], sha256, nextId: newId });

  test('gives the same facts, chain, tables, receipts and jobs, as another log', async () => {
    const target = workspaceBench();
    expect(importBook(parts(target.sql), { facts, receipts, documents: [] })).toEqual(bench.verify().head);
    target.head.write(bench.verify().head);
    expect(target.verify()).toMatchObject({ facts: 3, findings: [] });
    const original = bench.open();
    const imported = target.open();
    expect(imported.facts(0, 10)).toEqual(original.facts(0, 10));
    expect(imported.logId).not.toBe(original.logId);
    expect(target.alarm).toBe(bench.alarm);
    expect(await imported.submit(repeated, 'script')).toMatchObject({ outcome: 'refused', code: 'below_zero' });
    expect([...exportReceipts(target.sql)]).toEqual(receipts);
  });

  test.each<[string, (lines: Record<string, unknown>[]) => unknown[], string]>([
    ['a changed payload', ([a, b, c]) => [a, { ...b, payload: { by: 101 } }, c], 'fact_altered'],
    ['a missing line', ([a, , c]) => [a, c], 'fact_altered'],
    ['a line twice', ([a, b]) => [a, b, b], 'fact_altered'],
    ['lines in another order', ([a, b, c]) => [b, a, c], 'fact_altered'],
    ['a line that is no JSON', ([a]) => [a, '{"event_seq":2'], 'fact_unreadable'],
    ['an unknown field', ([a]) => [{ ...a, extra: 1 }], 'fact_unreadable'],
  ])('is refused whole for %s', (_, change, code) => {
    const target = openMemory();
    const answer = importBook(parts(target.sql), { facts: change(facts), receipts, documents: [] });
    expect(answer).toMatchObject({ code, sentence: expect.stringMatching(/Line \d+ .*Nothing was imported\.$/) });
    expect(target.sql.all('SELECT 1 FROM fact')).toEqual([]);
  });

  test('is refused into a book that is not empty', () => {
    const answer = importBook(parts(bench.sql), { facts, receipts, documents: [] });
    expect(isRefusal(answer) && answer.sentence).toBe('This book holds 3 facts already; an import goes into an empty one.');
  });
});
