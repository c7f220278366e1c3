import type { Attachment, MediaType } from '@taffrail/domain/attachments';
import { addMs, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Projection, ReadSql, Sql } from '../workspace/index.ts';

export const attachmentMigrations: readonly string[] = [
  `
  CREATE TABLE attachments_attachment (
    id TEXT PRIMARY KEY,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT;
  CREATE INDEX attachments_attachment_by_subject ON attachments_attachment (subject_type, subject_id, added_at, id);
  `,
];

export const attachmentTables: readonly string[] = ['attachments_attachment'];

export const attachmentProjections: { readonly [aggregateType: string]: Projection } = { attachment: projectAttachment };

function projectAttachment(sql: Sql, id: Id, _before: Attachment | undefined, after: Attachment): void {
  sql.run(
    `INSERT INTO attachments_attachment (id, subject_type, subject_id, hash, media_type, added_at, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET removed_at = excluded.removed_at`,
    id,
    after.subject.type,
    after.subject.id,
    after.hash,
    after.media_type,
    after.added_at,
    after.removed_at,
  );
}

/** What is attached now, or was until less than so long ago. */
export function filesSpokenOf(sql: ReadSql, now: Instant, afterRemovalMs: number): { hash: string; media_type: MediaType }[] {
  return sql.all(
    'SELECT hash, min(media_type) AS media_type FROM attachments_attachment WHERE removed_at IS NULL OR removed_at >= ? GROUP BY hash',
    addMs(now, -afterRemovalMs),
  );
}
