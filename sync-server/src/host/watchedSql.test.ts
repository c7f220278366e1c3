import { expect, test } from 'vitest';
import { openMemory } from '../storage/index.ts';
import { StorageFault } from '../workspace/index.ts';
import { watchedSql } from './watchedSql.ts';

test.each(['full', 'busy', 'broken'] as const)('storage that is %s', (kind) => {
  const { sql } = openMemory();
  const fault = new StorageFault(kind, 'no');
  const watched = watchedSql({
    ...sql,
    all() {
      throw fault;
    },
  });
  expect(watched.isBroken()).toBe(false);
  expect(() => watched.sql.all('SELECT 1')).toThrow(fault);
  expect(watched.isBroken()).toBe(kind === 'broken');
});

test('a statement that is wrong breaks nothing', () => {
  const watched = watchedSql(openMemory().sql);
  expect(() => watched.sql.run('SELECT')).toThrow(/incomplete|syntax/);
  expect(watched.isBroken()).toBe(false);
  expect(watched.sql.transaction(() => watched.sql.all('SELECT 7 AS n'))).toEqual([{ n: 7 }]);
});
