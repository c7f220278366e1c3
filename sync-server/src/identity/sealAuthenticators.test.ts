import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryKey, openPersonVault } from '../secrets/index.ts';
import { openSqlite } from '../storage/index.ts';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import { migrate } from '../workspace/index.ts';
import { openRegistry } from './registry.ts';
import { registryMigrations } from './schema.ts';
import { AUTHENTICATOR } from './sealAuthenticators.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const clock = { now: () => '2025-02-05T10:30:00.000Z', elapsedMs: () => 0 };

test('secrets that lie open in an older registry are sealed at the start, and are nowhere in its file any more', () => {
  const folder = scratchFolder();
  const key = memoryKey();
  const vaultOf = (userId: string) => openPersonVault(key, userId);
  const held = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

  const older = openSqlite(join(folder, 'registry.sqlite'));
  older.sql.transaction(() => migrate(older.sql, 'identity', registryMigrations(vaultOf).slice(0, 1)));
  older.sql.exec(`
    INSERT INTO user VALUES ('one', 'Trader', 'trader', '', ''), ('two', 'Member', 'member', '', '');
    INSERT INTO authenticator VALUES ('one', '${SECRET}', 1, 57), ('two', 'ANOTHER', 0, 0);
  `);
  older.close();
  expect(held().includes(SECRET)).toBe(true);

  const newer = openSqlite(join(folder, 'registry.sqlite'));
  openRegistry(newer.sql, clock, vaultOf, () => {});
  const rows = newer.sql.all<{ user_id: string; sealed_secret: Uint8Array; confirmed: number; used_step: number }>(
    'SELECT * FROM authenticator ORDER BY user_id',
  );
  newer.close();
  expect(rows).toMatchObject([
    { user_id: 'one', confirmed: 1, used_step: 57 },
    { user_id: 'two', confirmed: 0, used_step: 0 },
  ]);
  expect(rows.map(({ user_id, sealed_secret }) => vaultOf(user_id).open(AUTHENTICATOR, sealed_secret))).toEqual([SECRET, 'ANOTHER']);
  expect(held().includes(SECRET)).toBe(false);
});
