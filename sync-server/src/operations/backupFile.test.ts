import { createHash, hash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memoryBlobs, openSqlite } from '../storage/index.ts';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import { sealFrames } from './backupFrames.ts';
import { encodeHeader, newHeader, type BackupHeader } from './backupHeader.ts';
import { readBackup, readBackupHeader, writeBackup } from './backupFile.ts';

const PASSPHRASE = 'a long enough phrase';
const head = { seq: 7, hash: 'ab'.repeat(32) };
const pictures = [randomBytes(300_000), randomBytes(1)];
const into = (sqlitePath: string, blobs = memoryBlobs()) => ({ sqlitePath, blobs });

describe.each([undefined, PASSPHRASE])('a backup with the passphrase %s', (passphrase) => {
  it('gives back the book byte for byte, and says what it is without being unpacked', async () => {
    const { folder, sqlitePath, backupPath } = await backedUp(passphrase);
    const restored = join(folder, 'restored.sqlite');
    const header = await readBackup(backupPath, into(restored), passphrase);
    expect(header).toMatchObject({
      workspace_id: 'swing',
      made_at: '2026-01-02T03:04:05.678Z',
      head,
      sqlite_bytes: statSync(sqlitePath).size,
    });
    expect(await readBackupHeader(backupPath)).toEqual(header);
    expect(readFileSync(restored).equals(readFileSync(sqlitePath))).toBe(true);
  });

  it('gives back every file it could read, and has room for one that was lost', async () => {
    const { folder, backupPath } = await backedUp(passphrase);
    const blobs = memoryBlobs();
    expect(await readBackup(backupPath, into(join(folder, 'restored.sqlite'), blobs), passphrase)).toMatchObject({ files: 3 });
    for (const content of pictures) expect(Buffer.from((await blobs.read(hash('sha256', content))) ?? []).equals(content)).toBe(true);
    expect(await blobs.heldBytes()).toBe(300_001);
  });

  it('is for its owner only, and leaves nothing beside it', async () => {
    const { folder, backupPath } = await backedUp(passphrase);
    expect(statSync(backupPath).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['swing.taffrail']);
  });

  it('is refused when a byte of it changed, wherever, and leaves no book behind', async () => {
    const { folder, backupPath } = await backedUp(passphrase);
    const whole = readFileSync(backupPath);
    const bodyAt = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1;
    const places = [...everyNth(bodyAt, 23), bodyAt, bodyAt + 3, bodyAt + 5, Math.floor((bodyAt + whole.length) / 2), whole.length - 1];
    for (const at of places) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x04, at);
      expect(await restoreOf(folder, changed, passphrase)).toMatchObject({
        refused: true,
        code: expect.stringMatching(/^(not_a_backup|newer_backup|backup_damaged|backup_cut_short)$/),
      });
    }
  });

  it('is refused when it was cut short', async () => {
    const { folder, backupPath } = await backedUp(passphrase);
    const whole = readFileSync(backupPath);
    for (const length of [whole.length - 1, Math.floor(whole.length * 0.7)]) {
      expect(await restoreOf(folder, whole.subarray(0, length), passphrase)).toMatchObject({ code: 'backup_cut_short' });
    }
    for (const length of [0, 1, 30, 200, 400]) {
      expect(await restoreOf(folder, whole.subarray(0, length), passphrase)).toMatchObject({ refused: true });
    }
  });
});

describe('an encrypted backup', () => {
  it('tells a wrong passphrase, a missing one and a damaged file apart', async () => {
    const { folder, backupPath } = await backedUp(PASSPHRASE);
    const restored = join(folder, 'restored.sqlite');
    expect(await readBackup(backupPath, into(restored), 'another long phrase')).toMatchObject({ code: 'wrong_passphrase' });
    expect(await readBackup(backupPath, into(restored), undefined)).toMatchObject({ code: 'passphrase_required' });
    expect(existsSync(restored)).toBe(false);
  });

  it('shows nothing of the book', async () => {
    const { backupPath, sqlitePath } = await backedUp(PASSPHRASE);
    const sample = readFileSync(sqlitePath).subarray(0, 16);
    expect(readFileSync(backupPath).includes(sample)).toBe(false);
    expect(readFileSync(backupPath).includes('covered call')).toBe(false);
  });

  it('is different each time, so that equal books cannot be told', async () => {
    const [first, second] = [await backedUp(PASSPHRASE), await backedUp(PASSPHRASE)];
    expect(readFileSync(first.backupPath).equals(readFileSync(second.backupPath))).toBe(false);
  });
});

describe('a file that is no backup of this version', () => {
  it.each([
    ['something else', 'SQLite format 3\0 and so on', 'not_a_backup'],
    ['nothing', '', 'not_a_backup'],
    ['JSON of others', '{"format":"zip","version":1}\n', 'not_a_backup'],
    ['a newer backup', '{"format":"taffrail-backup","version":3}\nabc\n', 'newer_backup'],
    ['a forged header', '{"format":"taffrail-backup","version":1}\nabc\n', 'backup_damaged'],
  ])('is refused: %s', async (_, text, code) => {
    expect(await restoreOf(scratchFolder(), Buffer.from(text), undefined)).toMatchObject({ refused: true, code });
  });

  it('is refused when it is not there', async () => {
    expect(await readBackup(join(scratchFolder(), 'none.taffrail'), into('unused'), undefined)).toMatchObject({ code: 'no_such_backup' });
    expect(await readBackupHeader(join(scratchFolder(), 'none.taffrail'))).toMatchObject({ code: 'no_such_backup' });
  });

  it.each([
    ['does not unpack', Buffer.from('not compressed'), 14],
    ['unpacks into another book', zstdCompressSync(Buffer.from('another book')), 12],
    ['unpacks into more than it says', zstdCompressSync(Buffer.alloc(1_000_000)), 1_000],
  ])('is refused when somebody made one that %s', async (_, content, sqliteBytes) => {
    const header = encodeHeader(
      newHeader({
        workspace_id: 'swing',
        made_at: '2026-01-02T03:04:05.678Z',
        head,
        sqlite_bytes: sqliteBytes,
        sqlite_sha256: 'ab'.repeat(32),
        files: 0,
        key: null,
      }),
    );
    const frames: Buffer[] = [header];
    for await (const frame of sealFrames({ key: undefined, header }, Readable.from([content]))) frames.push(frame);
    expect(await restoreOf(scratchFolder(), Buffer.concat(frames), undefined)).toMatchObject({ code: 'backup_damaged' });
  });

  it.each([
    ['holds more files than it says', 1, [fileOf(Buffer.from('one')), fileOf(Buffer.from('two'))]],
    ['holds a file under another name', 1, [Buffer.concat([fileOf(Buffer.from('one')).subarray(0, -3), Buffer.from('two')])]],
    ['holds half a file', 1, [fileOf(Buffer.from('one')).subarray(0, -1)]],
    ['names half a file', 1, [Buffer.alloc(20)]],
    ['holds a file of 4 GB', 1, [Buffer.concat([Buffer.alloc(32), Buffer.alloc(4, 255)])]],
  ])('is refused when somebody made one that %s', async (_, files, records) => {
    const book = Buffer.from('a book');
    const sqlite = { sqlite_bytes: book.length, sqlite_sha256: createHash('sha256').update(book).digest('hex') };
    const header = encodeHeader(
      newHeader({ workspace_id: 'swing', made_at: '2026-01-02T03:04:05.678Z', head, ...sqlite, files, key: null }),
    );
    const content = zstdCompressSync(Buffer.concat([book, ...records]));
    const frames: Buffer[] = [header];
    for await (const frame of sealFrames({ key: undefined, header }, Readable.from([content]))) frames.push(frame);
    expect(await restoreOf(scratchFolder(), Buffer.concat(frames), undefined)).toMatchObject({ code: 'backup_damaged' });
  });

  it('is read when it is of the version that had no files', async () => {
    const book = Buffer.from('an older book');
    const sqlite = { sqlite_bytes: book.length, sqlite_sha256: createHash('sha256').update(book).digest('hex') };
    const { files: _, ...older } = newHeader({
      workspace_id: 'swing',
      made_at: '2026-01-02T03:04:05.678Z',
      head,
      ...sqlite,
      files: 0,
      key: null,
    });
    const header = encodeHeader({ ...older, version: 1 } as BackupHeader);
    const path = join(scratchFolder(), 'older.taffrail');
    const frames: Buffer[] = [header];
    for await (const frame of sealFrames({ key: undefined, header }, Readable.from([zstdCompressSync(book)]))) frames.push(frame);
    writeFileSync(path, Buffer.concat(frames));
    const restored = join(scratchFolder(), 'older.sqlite');
    expect(await readBackup(path, into(restored), undefined)).toMatchObject({ version: 1, files: 0 });
    expect(readFileSync(restored, 'utf8')).toBe('an older book');
  });

  it('never takes the place of a book that is there', async () => {
    const { sqlitePath, backupPath } = await backedUp(undefined);
    const before = readFileSync(sqlitePath);
    await expect(readBackup(backupPath, into(sqlitePath), undefined)).rejects.toThrow(/exists already/);
    expect(readFileSync(sqlitePath).equals(before)).toBe(true);
  });
});

function fileOf(content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([createHash('sha256').update(content).digest(), length, content]);
}

async function backedUp(passphrase: string | undefined): Promise<{ folder: string; sqlitePath: string; backupPath: string }> {
  const folder = scratchFolder();
  const sqlitePath = join(folder, 'book.sqlite');
  const backupPath = join(folder, 'backups', 'swing.taffrail');
  const book = openSqlite(sqlitePath);
  book.sql.exec('CREATE TABLE note (body BLOB NOT NULL) STRICT');
  book.sql.run('INSERT INTO note (body) VALUES (?)', Buffer.concat([Buffer.from('covered call'), randomBytes(5_000)]));
  book.close();
  const blobs = memoryBlobs();
  for (const content of pictures) await blobs.write(hash('sha256', content), content);
  const files = [...pictures.map((content) => hash('sha256', content)), 'f'.repeat(64)];
  await writeBackup({ sqlitePath, files, blobs, backupPath, workspaceId: 'swing', madeAt: '2026-01-02T03:04:05.678Z', head, passphrase });
  return { folder, sqlitePath, backupPath };
}

async function restoreOf(folder: string, bytes: Buffer, passphrase: string | undefined): Promise<unknown> {
  const path = join(folder, 'tampered.taffrail');
  const restored = join(folder, 'tampered.sqlite');
  writeFileSync(path, bytes);
  const answer = await readBackup(path, into(restored), passphrase);
  expect(existsSync(restored)).toBe(false);
  return answer;
}

const everyNth = (end: number, step: number): number[] => Array.from({ length: Math.floor(end / step) }, (_, n) => n * step);
