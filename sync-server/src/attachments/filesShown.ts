import { readDocument, type ReadSql } from '../workspace/index.ts';

/** Pictures stand in a text by their hash, which lies in both of Yjs's encodings as it is, with no other digit before it. */
const HASHES = /[0-9a-f]{64}/g;

/**
 * The files that pages show, wherever a picture was copied to. Bytes are looked through, because opening every document of a
 * book takes far longer; what was deleted from a page counts until that page is compacted.
 */
export function filesShown(sql: ReadSql): ReadonlySet<string> {
  const names = sql.all<{ name: string }>('SELECT name FROM document').map(({ name }) => name);
  return new Set(names.flatMap((name) => hashesIn(sql, name)));
}

function hashesIn(sql: ReadSql, name: string): string[] {
  const { snapshot, updates } = readDocument(sql, name);
  const written = snapshot ? [snapshot, ...updates] : updates;
  return written.flatMap((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').match(HASHES) ?? []);
}
