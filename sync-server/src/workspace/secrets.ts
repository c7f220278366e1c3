import type { Instant } from '@taffrail/domain/kernel';
import type { Sql, Vault, WorkspacePorts } from './ports.ts';

/** Beside the log, not in it: a fact is for ever, and a credential must be gone when it is removed. */
export const secretMigrations: readonly string[] = [
  `
  CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL,
    set_at TEXT NOT NULL
  ) STRICT;
  `,
];

export interface KeptSecret {
  readonly name: string;
  readonly set_at: Instant;
  /** False where the key it was sealed with is gone. */
  readonly readable: boolean;
}

/** What the server needs to act for the trader elsewhere. Named to whoever asks, shown to nobody. */
export interface Secrets {
  list(): readonly KeptSecret[];
  set(name: string, value: string): KeptSecret;
  /** False where there is none. */
  remove(name: string): boolean;
  /** For the server's own use, under names that no door takes and no list shows. */
  keep(own: OwnSecret, value: string): void;
  /** Undefined where there is none, or the key it was sealed with is gone. */
  open(own: OwnSecret): string | undefined;
}

/** A slash is in no name that a trader gives. */
export type OwnSecret = `own/${string}`;

export function openSecrets({ sql, vault, clock }: Pick<WorkspacePorts, 'sql' | 'vault' | 'clock'>): Secrets {
  const list = (): readonly KeptSecret[] => keptIn(sql, vault);

  function put(name: string, value: string, setAt: Instant): void {
    sql.transaction(() =>
      sql.run(
        `INSERT INTO secret (name, sealed, set_at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, set_at = excluded.set_at`,
        name,
        vault.seal(name, value),
        setAt,
      ),
    );
  }

  return {
    list,
    set(name, value) {
      const set_at = clock.now();
      put(name, value, set_at);
      return { name, set_at, readable: true };
    },
    remove(name) {
      const isThere = list().some((kept) => kept.name === name);
      if (isThere) sql.transaction(() => sql.run('DELETE FROM secret WHERE name = ?', name));
      return isThere;
    },
    keep: (own, value) => put(own, value, clock.now()),
    open(own) {
      const [kept] = sql.all<{ sealed: Uint8Array }>('SELECT sealed FROM secret WHERE name = ?', own);
      return kept && vault.open(own, kept.sealed);
    },
  };
}

function keptIn(sql: Sql, vault: Vault): KeptSecret[] {
  return sql
    .all<{ name: string; sealed: Uint8Array; set_at: Instant }>(
      "SELECT name, sealed, set_at FROM secret WHERE name NOT LIKE 'own/%' ORDER BY name",
    )
    .map(({ name, sealed, set_at }) => ({ name, set_at, readable: vault.open(name, sealed) !== undefined }));
}
