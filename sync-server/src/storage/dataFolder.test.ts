import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolderAt, REGISTRY, type DataFolder } from './dataFolder.ts';
import { openSqlite } from './sqlite.ts';
import { scratchFolder } from './testing/scratchFolder.ts';

it('lists the workspaces that have a book, and nothing else that lies there', () => {
  const folder = dataFolderAt(scratchFolder());
  expect(folder.workspaceIds()).toEqual([]);
  for (const id of ['swing', 'day-2']) openSqlite(folder.filesOf(id).book).close();
  writeFileSync(join(folder.path, 'workspaces', 'notes.txt'), '');
  writeFileSync(join(folder.path, 'workspaces', 'stray'), '');
  expect(folder.workspaceIds()).toEqual(['day-2', 'swing']);
});

it.each(['', '.', '..', '../swing', 'a/b', 'a\\b', 'A', '-a', 'a.b', 'a\0', 'a\n', '%2e%2e', 'ä', REGISTRY, 'a'.repeat(37)])(
  'has no place for a workspace called %j',
  (id) => {
    const folder = dataFolderAt('data');
    for (const ask of [folder.filesOf, folder.prepareIncoming, (other: string) => folder.replaceBook(other, 'now')]) {
      expect(() => ask(id)).toThrow(/A workspace is named with/);
    }
  },
);

it('puts a restored book in the place of the present one, and keeps that one with its log', () => {
  const folder = dataFolderAt(scratchFolder());
  writeBook(folder.filesOf('swing').book, 'present');
  writeFileSync(`${folder.filesOf('swing').book}-wal`, 'what the present book has not checkpointed');
  writeBook(folder.prepareIncoming('swing').book, 'restored');
  const kept = folder.replaceBook('swing', 'before-restore');

  expect(readBook(folder.filesOf('swing').book)).toBe('restored');
  expect(kept).toBe(join(folder.path, 'replaced', 'swing-before-restore'));
  expect(existsSync(join(String(kept), 'book.sqlite-wal'))).toBe(true);
});

it('puts a restored book where there was none', () => {
  const folder = dataFolderAt(scratchFolder());
  writeBook(folder.prepareIncoming('swing').book, 'restored');
  expect(folder.replaceBook('swing', 'before-restore')).toBeUndefined();
  expect(folder.workspaceIds()).toEqual(['swing']);
});

it('puts a restored registry in the place of the present one, and keeps that one with its log, which touches no other', () => {
  const folder = dataFolderAt(scratchFolder());
  writeBook(folder.registry, 'present');
  writeFileSync(`${folder.registry}-wal`, 'what the present one has not checkpointed');
  writeBook(folder.prepareIncomingRegistry(), 'restored');
  const kept = String(folder.replaceRegistry('before-restore'));

  expect(readBook(folder.registry)).toBe('restored');
  expect(readdirSync(kept).toSorted()).toEqual(['registry.sqlite', 'registry.sqlite-wal']);
  rmSync(join(kept, 'registry.sqlite-wal'));
  expect(readBook(join(kept, 'registry.sqlite'))).toBe('present');
});

it('puts a restored registry where there was none, and forgets an attempt that was broken off', () => {
  const folder = dataFolderAt(scratchFolder());
  writeBook(folder.prepareIncomingRegistry(), 'half');
  expect(existsSync(folder.prepareIncomingRegistry())).toBe(false);
  writeBook(folder.prepareIncomingRegistry(), 'restored');
  expect(folder.replaceRegistry('before-restore')).toBeUndefined();
  expect(readBook(folder.registry)).toBe('restored');
});

it('forgets an attempt to restore that was broken off', () => {
  const folder: DataFolder = dataFolderAt(scratchFolder());
  writeBook(folder.prepareIncoming('swing').book, 'half');
  expect(existsSync(folder.prepareIncoming('swing').book)).toBe(false);
});

it('removes a book for good, with what was kept of it, and no other', () => {
  const folder = dataFolderAt(scratchFolder());
  for (const id of ['swing', 'swing-2']) {
    writeBook(folder.filesOf(id).book, 'present');
    writeBook(folder.prepareIncoming(id).book, 'restored');
    folder.replaceBook(id, '2026-03-02T14-30-00-000Z');
    folder.prepareIncoming(id);
  }
  folder.removeBook('swing');
  expect(folder.workspaceIds()).toEqual(['swing-2']);
  expect(readdirSync(join(folder.path, 'replaced'))).toEqual(['swing-2-2026-03-02T14-30-00-000Z']);
  expect(readdirSync(join(folder.path, 'incoming'))).toEqual(['swing-2']);
  expect(() => folder.removeBook('../swing-2')).toThrow(/A workspace is named with/);
});

function writeBook(path: string, title: string): void {
  const book = openSqlite(path);
  book.sql.exec('CREATE TABLE book (title TEXT NOT NULL) STRICT');
  book.sql.run('INSERT INTO book (title) VALUES (?)', title);
  book.close();
}

function readBook(path: string): unknown {
  const book = openSqlite(path, { mustExist: true });
  try {
    return book.sql.all('SELECT title FROM book')[0]?.['title'];
  } finally {
    book.close();
  }
}
