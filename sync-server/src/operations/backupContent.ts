import { createHash, hash as hashOf } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Blobs } from '../workspace/index.ts';
import { BackupUnusable } from './backupFrames.ts';
import type { BackupHeader } from './backupHeader.ts';
import { backupRefusals } from './backupRefusals.ts';
import { byteSourceOf, type ByteSource } from './byteSource.ts';

/**
 * What the frames carry: the book, as long as the header says, then the files that it speaks of, one after the other, each
 * as [32: its SHA-256][4: length][content].
 */
const HASH_BYTES = 32;
const PREFIX_BYTES = HASH_BYTES + 4;
/** Far more than any file that is attached. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

export interface BackupContent {
  /** A closed SQLite file that nothing writes to any more. */
  readonly sqlitePath: string;
  /** The files that the book speaks of, by name, and where they are kept. */
  readonly files: readonly string[];
  readonly blobs: Pick<Blobs, 'read'>;
}

/** Where a backup is unpacked to: a SQLite file with nothing in it yet, and a place for the files it speaks of. */
export interface BackupPlaces {
  readonly sqlitePath: string;
  readonly blobs: Pick<Blobs, 'write'>;
}

export async function* packContent({ sqlitePath, files, blobs }: BackupContent): AsyncGenerator<Buffer> {
  yield* createReadStream(sqlitePath) as AsyncIterable<Buffer>;
  for (const name of files) {
    const content = await blobs.read(name);
    // One picture that the disk has lost is no reason to have no backup; "verify" speaks of it.
    if (!content || hashOf('sha256', content) !== name) continue;
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.write(name, 'hex');
    prefix.writeUInt32BE(content.length, HASH_BYTES);
    yield prefix;
    yield Buffer.from(content);
  }
}

export async function unpackContent(header: BackupHeader, content: AsyncIterable<Buffer>, places: BackupPlaces): Promise<void> {
  const source = byteSourceOf(content);
  await unpackBook(header, source, places);
  // A few bytes can be made to unpack into a full disk: what comes is what was promised, or less.
  for (let count = 0; await unpackFile(source, places); count++) if (count >= header.files) throw notAsDescribed('its files are');
}

async function unpackBook({ sqlite_bytes, sqlite_sha256 }: BackupHeader, source: ByteSource, { sqlitePath }: BackupPlaces): Promise<void> {
  await using file = await open(sqlitePath, 'r+');
  const hash = createHash('sha256');
  for (let left = sqlite_bytes; left > 0;) {
    const chunk = await source.upTo(left);
    if (chunk.length === 0) throw notAsDescribed('its book is');
    hash.update(chunk);
    await file.writeFile(chunk);
    left -= chunk.length;
  }
  if (hash.digest('hex') !== sqlite_sha256) throw notAsDescribed('its book is');
  await file.sync();
}

/** False at the end. */
async function unpackFile(source: ByteSource, { blobs }: BackupPlaces): Promise<boolean> {
  const prefix = await source.exactly(PREFIX_BYTES);
  if (prefix.length === 0) return false;
  if (prefix.length < PREFIX_BYTES) throw notAsDescribed('its files are');
  const name = prefix.toString('hex', 0, HASH_BYTES);
  const length = prefix.readUInt32BE(HASH_BYTES);
  if (length > MAX_FILE_BYTES) throw notAsDescribed('its files are');
  const content = await source.exactly(length);
  if (hashOf('sha256', content) !== name) throw notAsDescribed('its files are');
  await blobs.write(name, content);
  return true;
}

function notAsDescribed(what: string): BackupUnusable {
  return new BackupUnusable(backupRefusals.backup_damaged({ where: `${what} not what it describes` }));
}
