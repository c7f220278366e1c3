import { hash } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addMs, isRefusal, type Instant } from '@taffrail/domain/kernel';
import { expect, it, onTestFinished } from 'vitest';
import { memoryBlobs, openSqlite, type SqliteBook } from '../storage/index.ts';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import type { Head, ReadSql } from '../workspace/index.ts';
import { readBackup } from './backupFile.ts';
import { backupShelfIn } from './backupShelf.ts';
import { takeBackup, type TakenBackup } from './takeBackup.ts';

const NOON: Instant = '2026-01-02T12:00:00.000Z';
const HOUR_MS = 3_600_000;

it('backs up a book in use, and the backup knows the last fact in it', async () => {
  const { folder, book, take } = bench();
  const taking = take(NOON);
  addFact(book);
  const { path, header } = await taking;
  expect(basename(path)).toBe('swing-20260102T120000000Z.taffrail');
  expect(readdirSync(join(folder, 'backups'))).toEqual([basename(path)]);

  const restored = join(folder, 'restored.sqlite');
  expect(isRefusal(await readBackup(path, { sqlitePath: restored, blobs: memoryBlobs() }, undefined))).toBe(false);
  const copy = openSqlite(restored, { mustExist: true });
  expect(copy.integrity()).toEqual([]);
  expect(readHead(copy.sql)).toEqual(header.head);
  copy.close();
});

it('keeps the newest of each workspace and leaves everything else alone', async () => {
  const { folder, shelf, take } = bench();
  await take(NOON, 'day');
  writeFileSync(join(folder, 'backups', 'notes.txt'), 'mine');
  for (let hour = 1; hour <= 4; hour++) await take(addMs(NOON, hour * HOUR_MS));
  expect(shelf.backupsOf('swing').map(({ madeAt }) => madeAt)).toEqual([addMs(NOON, 4 * HOUR_MS), addMs(NOON, 3 * HOUR_MS)]);
  expect(shelf.backupsOf('day')).toHaveLength(1);
  expect(shelf.newest()).toMatchObject({ workspaceId: 'swing', madeAt: addMs(NOON, 4 * HOUR_MS) });
  expect(readdirSync(join(folder, 'backups'))).toContain('notes.txt');
});

it('does not take a workspace for another whose name goes on', async () => {
  const { shelf, take } = bench();
  await take(NOON, 'swing-2');
  expect(shelf.backupsOf('swing')).toEqual([]);
  expect(shelf.backupsOf('swing-2')).toHaveLength(1);
});

it('reads a backup back, and keeps none that cannot be read, nor lets it push out one that can', async () => {
  const { shelf, book, take } = bench();
  await take(NOON);
  await take(addMs(NOON, HOUR_MS));
  const tooLarge = Buffer.alloc(65 * 1024 * 1024);
  const name = hash('sha256', tooLarge);
  const round = takeBackup({
    book,
    blobs: { read: () => Promise.resolve(tooLarge) },
    workspaceId: 'swing',
    shelf,
    now: addMs(NOON, 2 * HOUR_MS),
    passphrase: undefined,
    kept: 2,
    readHead,
    filesOf: () => [name],
  });
  await expect(round).rejects.toThrow(/could not be read back and was removed: This backup is damaged/);
  expect(shelf.backupsOf('swing').map(({ madeAt }) => madeAt)).toEqual([addMs(NOON, HOUR_MS), NOON]);
});

it('clears away what a backup that was broken off left, but not one that is being taken', async () => {
  const { folder, take } = bench();
  await take(NOON);
  const old = join(folder, 'backups', '.copy-swing-20250101T000000000Z.sqlite');
  const fresh = join(folder, 'backups', 'day-20260102T115900000Z.taffrail.partial');
  writeFileSync(old, 'bare');
  writeFileSync(fresh, 'half');
  const touch = (path: string, at: Instant): void => utimesSync(path, new Date(at), new Date(at));
  touch(old, addMs(NOON, -25 * HOUR_MS));
  touch(fresh, addMs(NOON, -1 * HOUR_MS));
  await take(addMs(NOON, HOUR_MS));
  const left = readdirSync(join(folder, 'backups'));
  expect(left).not.toContain(basename(old));
  expect(left).toContain(basename(fresh));
});

it('has nothing to show before the first backup', () => {
  const shelf = backupShelfIn(join(scratchFolder(), 'none'));
  expect(shelf.newest()).toBeUndefined();
  expect(shelf.backupsOf('swing')).toEqual([]);
});

function bench() {
  const folder = scratchFolder();
  const shelf = backupShelfIn(join(folder, 'backups'));
  const book = openSqlite(join(folder, 'book.sqlite'));
  onTestFinished(() => book.close());
  book.sql.exec('CREATE TABLE fact (seq INTEGER PRIMARY KEY) STRICT');
  addFact(book);
  const take = (now: Instant, workspaceId = 'swing'): Promise<TakenBackup> =>
    takeBackup({ book, blobs: memoryBlobs(), workspaceId, shelf, now, passphrase: undefined, kept: 2, readHead, filesOf: () => [] });
  return { folder, shelf, book, take };
}

const addFact = (book: SqliteBook): void => book.sql.run('INSERT INTO fact DEFAULT VALUES');

function readHead(sql: ReadSql): Head {
  const seq = sql.all<{ seq: number }>('SELECT max(seq) AS seq FROM fact')[0]?.seq ?? 0;
  return { seq, hash: `hash of ${seq}` };
}
