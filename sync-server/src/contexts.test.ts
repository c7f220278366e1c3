import { describe, expect, test } from 'vitest';
import { contextRoutes, serverContexts } from './contexts.ts';
import { httpBench } from './http/testing/caller.ts';
import { vertical } from './tradelog/testing/desk.ts';
import { NewerSchema } from './workspace/index.ts';

/** A book as an older Taffrail would have left it: the facts are there, a context's tables are those of an older version. */
async function bookAtVersion(contextName: string, version: number) {
  const { book, call } = httpBench(contextRoutes, { contexts: serverContexts });
  const account = await call('POST', '/api/accounts', { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' });
  await call('POST', '/api/positions', vertical(account.body.id));
  const { tables, migrations } = serverContexts.find(({ context }) => context.name === contextName)!;
  for (const table of tables.toReversed()) book.sql.exec(`DROP TABLE ${table}`);
  for (const step of migrations.slice(0, version)) book.sql.exec(step);
  book.sql.run('DELETE FROM aggregate');
  book.sql.run('UPDATE schema_version SET version = ? WHERE owner = ?', version, contextName);
  return book;
}

const olderVersions = serverContexts.flatMap(({ context, migrations }) => migrations.map((_, version) => [context.name, version] as const));

describe('schema migrations', () => {
  test.each(olderVersions)('a book whose %s tables are at version %i comes up with everything folded anew', async (name, version) => {
    const book = await bookAtVersion(name, version);
    expect(book.verify()).toMatchObject({ foldCompared: false, findings: [] });
    book.open();
    expect(book.verify()).toMatchObject({ foldCompared: true, findings: [] });
    expect(book.sql.all('SELECT symbol FROM tradelog_position')).toEqual([{ symbol: 'SPX' }]);
  });

  test('a book of a newer Taffrail is not opened', async () => {
    const book = await bookAtVersion('tradelog', 1);
    book.sql.run("UPDATE schema_version SET version = 99 WHERE owner = 'tradelog'");
    expect(() => book.open()).toThrow(NewerSchema);
  });

  test('every table a context makes is in the list that is verified and rebuilt', () => {
    const { book } = httpBench(contextRoutes, { contexts: serverContexts });
    const made = book.sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%\\_%' ESCAPE '\\'");
    const owned = made.map(({ name }) => name).filter((name) => name !== 'schema_version');
    expect(owned.toSorted()).toEqual(serverContexts.flatMap(({ tables }) => tables).toSorted());
  });
});

test('no door begins a trade that the rules have no say in', async () => {
  const { book, call } = httpBench(contextRoutes, { contexts: serverContexts });
  const { body: account } = await call('POST', '/api/accounts', {
    name: 'Main',
    broker: 'Paper',
    currency: 'USD',
    zone: 'America/New_York',
  });
  const anHour = { weekdays: ['sun'], from: '03:00', to: '04:00', zone: 'America/New_York' };
  await call('PUT', '/api/settings/trading-rules', { allowed_hours: [anHour] });
  const trade = { symbol: 'ACME', legs: [{ instrument_type: 'stock', quantity: '1' }] };
  const begun = [
    await call('POST', '/api/positions', { account_id: account.id, ...trade }),
    await call('POST', '/api/orders', { account_id: account.id, order_type: 'market', position_template: trade }),
  ];
  expect(begun.map(({ body }) => body.code)).toEqual(['not_allowed_now', 'not_allowed_now']);
  expect(book.sql.all("SELECT 1 FROM fact WHERE aggregate_type IN ('position', 'order')")).toEqual([]);
});
