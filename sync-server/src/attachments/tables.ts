import type { Attachment } from '@taffrail/domain/attachments';
import type { Id } from '@taffrail/domain/kernel';
import type { Projection, Sql } from '../workspace/index.ts';

export const attachmentMigrations: readonly string[] = [
  `
  CREATE TABLE attachments_attachment (
    id TEXT PRIMARY KEY,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    added_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attachments_attachment_by_subject ON attachments_attachment (subject_type, subject_id, added_at, id);
  `,
];

export const attachmentTables: readonly string[] = ['attachments_attachment'];

export const attachmentProjections: { readonly [aggregateType: string]: Projection } = { attachment: projectAttachment };

function projectAttachment(sql: Sql, id: Id, _before: Attachment | undefined, after: Attachment): void {
  sql.run(
    'INSERT INTO attachments_attachment (id, subject_type, subject_id, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    after.subject.type,
    after.subject.id,
    after.added_at,
  );
}
