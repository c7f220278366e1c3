import type { Sql } from '../workspace/index.ts';
import type { VaultOf } from './vaultOf.ts';

/** What the secret of an authenticator is sealed for. */
export const AUTHENTICATOR = 'authenticator';

/** The first Taffrails kept the secrets of authenticators as they are, where whoever finds the file can read them. */
export function sealAuthenticators(sql: Sql, vaultOf: VaultOf): void {
  const plain = sql.all<{ user_id: string; secret: string; confirmed: number; used_step: number }>('SELECT * FROM authenticator');
  sql.exec(`
    DROP TABLE authenticator;
    CREATE TABLE authenticator (
      user_id TEXT PRIMARY KEY REFERENCES user (id),
      sealed_secret BLOB NOT NULL,
      confirmed INTEGER NOT NULL DEFAULT 0,
      used_step INTEGER NOT NULL DEFAULT 0
    ) STRICT;
  `);
  for (const { user_id, secret, confirmed, used_step } of plain) {
    sql.run(
      'INSERT INTO authenticator (user_id, sealed_secret, confirmed, used_step) VALUES (?, ?, ?, ?)',
      user_id,
      vaultOf(user_id).seal(AUTHENTICATOR, secret),
      confirmed,
      used_step,
    );
  }
}
