import { jobTable } from '../workspace/index.ts';

/**
 * What people were told, in the registry: it hangs on people, memberships, sessions and devices, and goes when they do. Steps are only
 * ever added.
 */
export const noticeMigrations: readonly string[] = [
  `
  CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL REFERENCES user (id),
    workspace_id TEXT,
    -- What it was told because of. Told again, it is the same notice.
    cause TEXT NOT NULL,
    kind TEXT NOT NULL,
    params TEXT NOT NULL,
    subject TEXT NOT NULL,
    occurred_at TEXT NOT NULL,
    in_feed INTEGER NOT NULL,
    read_at TEXT,
    UNIQUE (user_id, cause),
    FOREIGN KEY (workspace_id, user_id) REFERENCES membership (workspace_id, user_id) ON DELETE CASCADE
  ) STRICT;

  CREATE INDEX notice_by_user ON notice (user_id, id);
  CREATE INDEX notice_by_member ON notice (workspace_id, user_id);

  CREATE TABLE notice_choices (
    user_id TEXT PRIMARY KEY REFERENCES user (id),
    choices TEXT NOT NULL
  ) STRICT;

  -- How far the facts of a book were looked through.
  CREATE TABLE notice_cursor (
    workspace_id TEXT PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
    log_id TEXT NOT NULL,
    seq INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE push_subscription (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    session_id TEXT UNIQUE REFERENCES session (id) ON DELETE CASCADE,
    device_id TEXT UNIQUE REFERENCES device (id) ON DELETE CASCADE,
    endpoint TEXT NOT NULL UNIQUE,
    p256dh TEXT NOT NULL,
    auth TEXT NOT NULL,
    server_key TEXT NOT NULL,
    kinds TEXT NOT NULL,
    since TEXT NOT NULL,
    CHECK ((session_id IS NULL) <> (device_id IS NULL)),
    FOREIGN KEY (workspace_id, user_id) REFERENCES membership (workspace_id, user_id) ON DELETE CASCADE
  ) STRICT;

  CREATE INDEX push_subscription_by_member ON push_subscription (workspace_id, user_id);

  -- A revoked device stays in the list of devices, so nothing cascades from it.
  CREATE TRIGGER revoked_devices_are_told_nothing AFTER UPDATE OF revoked_at ON device WHEN NEW.revoked_at IS NOT NULL
  BEGIN DELETE FROM push_subscription WHERE device_id = NEW.id; END;

  CREATE TABLE push_waiting (
    subscription_id TEXT NOT NULL REFERENCES push_subscription (id) ON DELETE CASCADE,
    notice_id INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
    PRIMARY KEY (subscription_id, notice_id)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX push_waiting_by_notice ON push_waiting (notice_id);

  CREATE TRIGGER what_was_read_is_not_pushed AFTER UPDATE OF read_at ON notice
  BEGIN DELETE FROM push_waiting WHERE notice_id = NEW.id; END;

  ${jobTable}
  `,
];
