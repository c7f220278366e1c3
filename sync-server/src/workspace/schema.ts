import { jobTable } from './jobs.ts';

/** The workspace's own tables. Steps are only ever added. */
export const workspaceMigrations: readonly string[] = [
  `
  CREATE TABLE book (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE fact (
    event_seq INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    aggregate_type TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    aggregate_version INTEGER NOT NULL,
    occurred_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    command_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    payload TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (aggregate_type, aggregate_id, aggregate_version)
  ) STRICT;

  CREATE TRIGGER facts_are_never_edited BEFORE UPDATE ON fact
  BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

  CREATE TRIGGER facts_are_never_deleted BEFORE DELETE ON fact
  BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

  CREATE TRIGGER facts_follow_each_other BEFORE INSERT ON fact
  WHEN NEW.event_seq <> (SELECT coalesce(max(event_seq), 0) + 1 FROM fact)
  BEGIN SELECT RAISE(ABORT, 'facts follow each other without a gap'); END;

  CREATE TABLE receipt (
    command_id TEXT PRIMARY KEY,
    input_hash TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    answer TEXT NOT NULL
  ) STRICT;

  CREATE TABLE aggregate (
    aggregate_type TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (aggregate_type, aggregate_id)
  ) STRICT;

  ${jobTable}
  `,
];
