import { instantSchema, refusalsFrom, type Instant, type Refusal } from '@taffrail/domain/kernel';
import {
  base64Of,
  bytesOf,
  closeDocument,
  isWhole,
  kindOf,
  NEVER_WRITTEN,
  openDocument,
  updateSince,
  type StoredDocument,
} from '@taffrail/sync';
import { z } from 'zod';
import type { ReadSql, Sql } from './ports.ts';

/** What people write together lies beside the facts, and follows from none: a rebuild leaves it alone. */
export const documentMigrations: readonly string[] = [
  `
  CREATE TABLE document (
    name TEXT PRIMARY KEY,
    updated_at TEXT NOT NULL,
    snapshot BLOB
  ) STRICT;

  CREATE TABLE writing (
    name TEXT NOT NULL REFERENCES document (name) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (name, seq)
  ) STRICT, WITHOUT ROWID;
  `,
  // Devices ask what changed since they last asked. A clock cannot tell: it is read before the commit, and may step back.
  `
  ALTER TABLE document ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
  UPDATE document SET change = rowid;
  CREATE INDEX document_by_change ON document (change);
  `,
];

export interface DocumentSize {
  readonly snapshotBytes: number;
  readonly updates: number;
  readonly updateBytes: number;
}

export interface DocumentEntry {
  readonly name: string;
  readonly updated_at: Instant;
  /** Higher than that of every document that changed before. */
  readonly change: number;
  readonly bytes: number;
}

export function readDocument(sql: ReadSql, name: string): StoredDocument {
  const [row] = sql.all<{ snapshot: Uint8Array | null }>('SELECT snapshot FROM document WHERE name = ?', name);
  if (!row) return NEVER_WRITTEN;
  const updates = sql.all<{ content: Uint8Array }>('SELECT content FROM writing WHERE name = ? ORDER BY seq', name);
  return { snapshot: row.snapshot ?? undefined, updates: updates.map(({ content }) => content) };
}

export function documentSize({ snapshot, updates }: StoredDocument): DocumentSize {
  return {
    snapshotBytes: snapshot?.length ?? 0,
    updates: updates.length,
    updateBytes: updates.reduce((bytes, update) => bytes + update.length, 0),
  };
}

export function appendUpdate(sql: Sql, name: string, update: Uint8Array, now: Instant): void {
  sql.run(
    `INSERT INTO document (name, updated_at, change) VALUES (?, ?, (SELECT coalesce(max(change), 0) + 1 FROM document))
     ON CONFLICT (name) DO UPDATE SET updated_at = excluded.updated_at, change = excluded.change`,
    name,
    now,
  );
  sql.run(
    `INSERT INTO writing (name, seq, content)
     SELECT ?, coalesce(max(seq), 0) + 1, ? FROM writing WHERE name = ?`,
    name,
    update,
    name,
  );
}

/** The place of the last update of a document that is stored, for a snapshot that covers it. */
export function lastWriting(sql: ReadSql, name: string): number {
  return sql.all<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM writing WHERE name = ?', name)[0]?.seq ?? 0;
}

/** Puts a snapshot in the place of the one before and of all updates up to that place. */
export function putSnapshot(sql: Sql, name: string, snapshot: Uint8Array, through: number): void {
  sql.run('UPDATE document SET snapshot = ? WHERE name = ?', snapshot, name);
  sql.run('DELETE FROM writing WHERE name = ? AND seq <= ?', name, through);
}

/** Documents in the order in which they last changed, beginning behind `after`. */
export function listDocuments(sql: ReadSql, after: number, limit: number): DocumentEntry[] {
  return sql.all<{ name: string; updated_at: Instant; change: number; bytes: number }>(
    `SELECT name, updated_at, change, coalesce(length(snapshot), 0)
       + (SELECT coalesce(sum(length(content)), 0) FROM writing WHERE writing.name = document.name) AS bytes
     FROM document WHERE change > ? ORDER BY change LIMIT ?`,
    after,
    limit,
  );
}

export function countDocuments(sql: ReadSql): number {
  return sql.all<{ documents: number }>('SELECT count(*) AS documents FROM document')[0]?.documents ?? 0;
}

export function documentBytes(sql: ReadSql): number {
  const [row] = sql.all<{ bytes: number }>(
    `SELECT (SELECT coalesce(sum(length(snapshot)), 0) FROM document) + (SELECT coalesce(sum(length(content)), 0) FROM writing) AS bytes`,
  );
  return row?.bytes ?? 0;
}

/** A document as an export holds it: all of it as one update, in base64. */
export interface ExportedDocument {
  readonly name: string;
  readonly updated_at: Instant;
  readonly update: string;
}

export function* exportDocuments(sql: ReadSql): Generator<ExportedDocument> {
  for (const { name, updated_at } of sql.all<{ name: string; updated_at: Instant }>(
    'SELECT name, updated_at FROM document ORDER BY name',
  )) {
    const kind = kindOf(name);
    if (!kind) throw new Error(`the document ${name} is of no kind that is known here`);
    const document = openDocument(kind, readDocument(sql, name));
    const update = updateSince(document, NOTHING_KNOWN) as Uint8Array;
    closeDocument(document);
    yield { name, updated_at, update: base64Of(update) };
  }
}

/** The state vector of whoever has nothing. */
const NOTHING_KNOWN = new Uint8Array([0]);

const refusals = refusalsFrom({
  document_unreadable: (d: { line: number }) => `Line ${d.line} of the documents is not a document of a known kind. Nothing was imported.`,
});

const exportedSchema = z.strictObject({ name: z.string(), updated_at: instantSchema, update: z.base64() });

export function importDocuments(sql: Sql, lines: Iterable<unknown>): Refusal | undefined {
  let line = 0;
  for (const one of lines) {
    line += 1;
    const parsed = exportedSchema.safeParse(one);
    const kind = parsed.success ? kindOf(parsed.data.name) : undefined;
    const update = parsed.success ? bytesOf(parsed.data.update) : undefined;
    if (!parsed.success || !kind || !update || !isWhole(kind, update)) return refusals.document_unreadable({ line });
    appendUpdate(sql, parsed.data.name, update, parsed.data.updated_at);
  }
  return undefined;
}
