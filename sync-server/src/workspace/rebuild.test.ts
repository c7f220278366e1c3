import { expect, test } from 'vitest';
import { rebuild } from './index.ts';
import { command, newId, workspaceBench } from './testing/bench.ts';
import { tally } from './testing/tally.ts';

test('a log of several pages is folded again as it was, one aggregate after the other', async () => {
  const bench = workspaceBench();
  const workspace = bench.open();
  const ids = [newId(), newId(), newId()];
  for (const id of ids) await workspace.submit(command('StartTally', id, { name: id }), 'script');
  // Long enough for pages to end within an aggregate, and as the aggregates take turns in the log, in another order than it has.
  const turns = Array.from({ length: 900 }, () => ids.map((id, place) => command('AddToTally', id, { by: place + 1 }))).flat();
  await workspace.submitInOrder(turns, 'script');
  const tables = () => ['aggregate', 'tally'].map((table) => bench.sql.all(`SELECT * FROM ${table} ORDER BY 1, 2`));
  const before = tables();
  bench.sql.run('DELETE FROM tally');
  bench.sql.run("UPDATE aggregate SET version = 1, state = '{}'");
  expect(rebuild(bench.sql, [tally])).toBe(ids.length + turns.length);
  expect(tables()).toEqual(before);
  const totals = bench.sql.all<{ total: number }>('SELECT total FROM tally ORDER BY total').map(({ total }) => total);
  expect(totals).toEqual([900, 1_800, 2_700]);
});
