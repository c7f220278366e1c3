import { beforeEach, describe, expect, test } from 'vitest';
import { command, newId, workspaceBench } from './testing/bench.ts';

/** Someone with the database in hand changes it behind the workspace's back. */
describe('verify notices', () => {
  let bench: ReturnType<typeof workspaceBench>;
  const id = newId();

  beforeEach(async () => {
    bench = workspaceBench();
    const workspace = bench.open();
    await workspace.submit(command('StartTally', id, { name: 'a' }), 'script');
    for (const by of [1, 2, 3]) await workspace.submit(command('AddToTally', id, { by }), 'script');
    const triggers = ['facts_are_never_edited', 'facts_are_never_deleted', 'facts_follow_each_other'];
    bench.harm(() => bench.sql.exec(triggers.map((name) => `DROP TRIGGER ${name};`).join('')));
  });

  const codes = () => new Set(bench.verify().findings.map(({ code }) => code));

  test('nothing in a book that is whole', () => {
    expect(bench.verify().findings).toEqual([]);
  });

  test.each([
    ['payload', '\'{"by":9}\''],
    ['type', "'TallyRenamed'"],
    ['occurred_at', "'2020-01-01T00:00:00.000Z'"],
    ['recorded_at', "'2020-01-01T00:00:00.000Z'"],
    ['actor', "'somebody'"],
    ['command_id', "'another'"],
    ['event_id', "'another'"],
    ['hash', "'0000'"],
  ])('a changed %s', (column, value) => {
    bench.sql.run(`UPDATE fact SET ${column} = ${value} WHERE event_seq = 2`);
    expect(codes()).toContain('chain_broken');
  });

  test('a fact taken out of the middle', () => {
    bench.sql.run('DELETE FROM fact WHERE event_seq = 2');
    expect(codes()).toContain('chain_broken');
  });

  test('facts cut off the end, receipts and states with them', () => {
    bench.sql.run('DELETE FROM fact WHERE event_seq = 4');
    bench.sql.run("DELETE FROM receipt WHERE json_extract(answer, '$.last_seq') = 4");
    bench.sql.run(`UPDATE aggregate SET version = 3, state = '{"name":"a","total":3}'`);
    bench.sql.run('UPDATE tally SET total = 3');
    expect(codes()).toEqual(new Set(['head_differs']));
  });

  test('a chain written anew from a changed fact on', () => {
    bench.head.write({ seq: 4, hash: 'f'.repeat(64) });
    expect(codes()).toEqual(new Set(['head_differs']));
  });

  test('a changed state, a changed row, a missing row, a row too many', () => {
    bench.sql.run(`UPDATE aggregate SET state = '{"name":"a","total":7}'`);
    expect(codes()).toEqual(new Set(['state_differs']));
    bench.sql.run(`UPDATE aggregate SET state = '{"name":"a","total":6}'`);
    bench.sql.run('UPDATE tally SET total = 7');
    expect(codes()).toEqual(new Set(['table_differs']));
    bench.sql.run('DELETE FROM tally');
    expect(codes()).toEqual(new Set(['table_differs']));
    bench.sql.run("INSERT INTO tally VALUES (?, 'a', 6), ('x', 'y', 1)", id);
    expect(codes()).toEqual(new Set(['table_differs']));
  });

  test('a receipt gone, so that a command could be decided twice', () => {
    bench.sql.run('DELETE FROM receipt WHERE rowid = 2');
    expect(codes()).toEqual(new Set(['receipt_differs']));
  });
});
