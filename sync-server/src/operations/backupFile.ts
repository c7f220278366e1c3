import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { isRefusal, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { createFileDurably, createFolderDurably, syncFolder } from '../storage/index.ts';
import type { Head } from '../workspace/index.ts';
import { packContent, unpackContent, type BackupContent, type BackupPlaces } from './backupContent.ts';
import { BackupUnusable, openFrames, sealFrames } from './backupFrames.ts';
import { decodeHeader, encodeHeader, MAX_HEADER_BYTES, newHeader, type BackupHeader, type ReadHeader } from './backupHeader.ts';
import { keyAgain, newKey } from './backupKey.ts';
import { backupRefusals } from './backupRefusals.ts';

export interface BackupOrder extends BackupContent {
  readonly backupPath: string;
  readonly workspaceId: string;
  readonly madeAt: Instant;
  readonly head: Head;
  /** Encrypts when given. */
  readonly passphrase: string | undefined;
}

/** Writes a backup whole or not at all: under another name until it is on disk. */
export async function writeBackup(order: BackupOrder): Promise<BackupHeader> {
  const key = order.passphrase === undefined ? undefined : await newKey(order.passphrase);
  const header = newHeader({
    workspace_id: order.workspaceId,
    made_at: order.madeAt,
    head: { seq: order.head.seq, hash: order.head.hash },
    ...(await measure(order.sqlitePath)),
    files: order.files.length,
    key: key?.settings ?? null,
  });
  const headerBytes = encodeHeader(header);
  const partial = `${order.backupPath}.partial`;
  createFolderDurably(dirname(order.backupPath));
  try {
    await pipeline(
      packContent(order),
      createZstdCompress(),
      async function* body(compressed: AsyncIterable<Buffer>) {
        yield headerBytes;
        yield* sealFrames({ key: key?.key, header: headerBytes }, compressed);
      },
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    await rename(partial, order.backupPath);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  syncFolder(dirname(order.backupPath));
  return header;
}

/** Unpacks a backup, checked to be byte for byte what went in. A refusal leaves no book behind. */
export async function readBackup(
  backupPath: string,
  places: BackupPlaces,
  passphrase: string | undefined,
): Promise<BackupHeader | Refusal> {
  return withFile(backupPath, async (file) => {
    const read = await readStart(file);
    if (isRefusal(read)) return read;
    const key = await keyFor(read.header, passphrase);
    if (isRefusal(key)) return key;
    return (await unpack(file, read, key, places)) ?? read.header;
  });
}

/** What a backup says about itself; its body is not looked at. */
export async function readBackupHeader(backupPath: string): Promise<BackupHeader | Refusal> {
  return withFile(backupPath, async (file) => {
    const read = await readStart(file);
    return isRefusal(read) ? read : read.header;
  });
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T | Refusal> {
  if (!existsSync(path)) return backupRefusals.no_such_backup({ path });
  await using file = await open(path, 'r');
  return await work(file);
}

async function readStart(file: FileHandle): Promise<ReadHeader | Refusal> {
  return decodeHeader(await readerFrom(file, 0)(MAX_HEADER_BYTES));
}

async function keyFor(header: BackupHeader, passphrase: string | undefined): Promise<Buffer | undefined | Refusal> {
  if (!header.key) return undefined;
  if (passphrase === undefined) return backupRefusals.passphrase_required();
  return (await keyAgain(passphrase, header.key)) ?? backupRefusals.wrong_passphrase();
}

async function unpack(
  file: FileHandle,
  { header, bytes }: ReadHeader,
  key: Buffer | undefined,
  places: BackupPlaces,
): Promise<Refusal | undefined> {
  const { sqlitePath } = places;
  if (!createFileDurably(sqlitePath)) throw new Error(`${sqlitePath} exists already; a backup is only unpacked into a new file.`);
  try {
    await pipeline(
      openFrames({ key, header: bytes }, readerFrom(file, bytes.length)),
      createZstdDecompress(),
      (content: AsyncIterable<Buffer>) => unpackContent(header, content, places),
    );
    return undefined;
  } catch (error) {
    await rm(sqlitePath, { force: true });
    if (error instanceof BackupUnusable) return error.refusal;
    if (isFromZlib(error)) return backupRefusals.backup_damaged({ where: 'it cannot be unpacked' });
    throw error;
  }
}

const isFromZlib = (error: unknown): boolean => error instanceof Error && 'code' in error && /^Z(STD)?_/.test(String(error.code));

async function measure(sqlitePath: string): Promise<Pick<BackupHeader, 'sqlite_bytes' | 'sqlite_sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(sqlitePath) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sqlite_bytes: bytes, sqlite_sha256: hash.digest('hex') };
}

/** Reads on from a position: as many bytes as asked for, fewer only at the end of the file. */
function readerFrom(file: FileHandle, start: number): (bytes: number) => Promise<Buffer> {
  let position = start;
  return async (bytes) => {
    const buffer = Buffer.alloc(bytes);
    let filled = 0;
    for (let got = -1; filled < bytes && got !== 0; filled += got) {
      got = (await file.read(buffer, filled, bytes - filled, position + filled)).bytesRead;
    }
    position += filled;
    return buffer.subarray(0, filled);
  };
}
