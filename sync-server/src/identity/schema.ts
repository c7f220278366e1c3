import type { MigrationStep } from '../workspace/index.ts';
import { sealAuthenticators } from './sealAuthenticators.ts';
import type { VaultOf } from './vaultOf.ts';

/** The tables of the registry: who there is, and what is whose. Steps are only ever added. */
export const registryMigrations = (vaultOf: VaultOf): readonly MigrationStep[] => [
  `
  CREATE TABLE user (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE workspace (
    id TEXT PRIMARY KEY,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE membership (
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES user (id),
    role TEXT NOT NULL CHECK (role IN ('owner', 'member', 'viewer')),
    since TEXT NOT NULL,
    PRIMARY KEY (workspace_id, user_id)
  ) STRICT;

  CREATE INDEX membership_by_user ON membership (user_id, since);

  CREATE TABLE session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    proven_at TEXT NOT NULL,
    address TEXT NOT NULL
  ) STRICT;

  CREATE INDEX session_by_user ON session (user_id);

  CREATE TABLE invitation (
    id TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL UNIQUE,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('owner', 'member', 'viewer')),
    created_by TEXT NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE authenticator (
    user_id TEXT PRIMARY KEY REFERENCES user (id),
    secret TEXT NOT NULL,
    confirmed INTEGER NOT NULL DEFAULT 0,
    used_step INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE recovery_code (
    user_id TEXT NOT NULL REFERENCES user (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, code_hash)
  ) STRICT;

  CREATE TABLE passkey (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES user (id),
    name TEXT NOT NULL,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    transports TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE INDEX passkey_by_user ON passkey (user_id);

  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    type TEXT NOT NULL,
    user_id TEXT,
    workspace_id TEXT,
    address TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;

  CREATE INDEX audit_by_user ON audit (user_id, seq);
  CREATE INDEX audit_by_workspace ON audit (workspace_id, seq);

  CREATE TRIGGER the_record_is_never_edited BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the record is never edited'); END;

  CREATE TRIGGER the_record_is_never_deleted BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the record is never deleted'); END;
  `,
  (sql) => sealAuthenticators(sql, vaultOf),
  `
  CREATE TABLE let_in (
    user_id TEXT PRIMARY KEY REFERENCES user (id),
    secret_hash TEXT NOT NULL UNIQUE,
    expires_at TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE share_code (
    code TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    subject_id TEXT NOT NULL,
    content TEXT NOT NULL,
    shared_by TEXT NOT NULL REFERENCES user (id),
    shared_at TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    UNIQUE (workspace_id, subject_id)
  ) STRICT;
  `,
];
