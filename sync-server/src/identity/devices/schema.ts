/** The tables of devices in the registry. Steps are only ever added. */
export const deviceMigrations: readonly string[] = [
  `
  CREATE TABLE device (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    paired_at TEXT NOT NULL,
    used_at TEXT,
    used_from TEXT,
    revoked_at TEXT,
    -- A device stands in for its trader, and goes when they leave.
    FOREIGN KEY (workspace_id, user_id) REFERENCES membership (workspace_id, user_id) ON DELETE CASCADE
  ) STRICT;

  CREATE INDEX device_by_user ON device (user_id);
  CREATE INDEX device_by_member ON device (workspace_id, user_id);

  CREATE TRIGGER devices_stay_what_they_are BEFORE UPDATE OF id, workspace_id, user_id, kind, scope, paired_at ON device
  BEGIN SELECT RAISE(ABORT, 'what a device is and may do is fixed when it is paired'); END;

  CREATE TRIGGER devices_stay_revoked BEFORE UPDATE OF revoked_at ON device WHEN OLD.revoked_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a revoked device stays revoked'); END;

  CREATE TABLE device_token (
    hash TEXT PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
    expires_at TEXT,
    spent_at TEXT,
    successor_salt TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX device_token_by_device ON device_token (device_id);
  `,
];
