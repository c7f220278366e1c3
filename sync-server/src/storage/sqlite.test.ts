import { openSync, readdirSync, statSync, truncateSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { StorageFault, type Sql } from '../workspace/index.ts';
import { scratchFolder } from './testing/scratchFolder.ts';
import { sqlOver } from './sql.ts';
import { driverOf, faultsOf, openSqlite } from './sqlite.ts';
import { fullLaws, sqlLaws } from './testing/sqlLaws.ts';

sqlLaws('sqlite', () => openSqlite(join(scratchFolder(), 'book.sqlite')));

fullLaws('sqlite', () => {
  const path = join(scratchFolder(), 'book.sqlite');
  const database = new Database(path);
  database.pragma('max_page_count = 40');
  return { sql: sqlOver(driverOf(database, faultsOf(path))), close: () => void database.close() };
});

describe('a book on disk', () => {
  it('commits under FULL, also when it is opened again', () => {
    const path = join(scratchFolder(), 'book.sqlite');
    for (let opening = 0; opening < 3; opening++) {
      const book = openSqlite(path);
      expect(book.synchronous()).toBe(2);
      book.sql.exec('CREATE TABLE IF NOT EXISTS note (body TEXT) STRICT');
      book.close();
    }
  });

  it('is readable by its owner only, with all its files', () => {
    const folder = join(scratchFolder(), 'made', 'on', 'demand');
    const book = withNotes(join(folder, 'book.sqlite'), 1);
    expect(readdirSync(folder).toSorted()).toEqual(['book.sqlite', 'book.sqlite-shm', 'book.sqlite-wal']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    book.close();
  });

  it('does not come into being when it was expected to exist', () => {
    const folder = scratchFolder();
    expect(() => openSqlite(join(folder, 'book.sqlite'), { mustExist: true })).toThrow(StorageFault);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is busy while another connection writes, then goes on by itself', () => {
    const path = join(scratchFolder(), 'book.sqlite');
    const book = withNotes(path, 1);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => addNote(book.sql)).toThrow(expect.objectContaining({ name: 'StorageFault', kind: 'busy' }));
    expect(countNotes(book.sql)).toBe(1);
    other.close();
    addNote(book.sql);
    expect(countNotes(book.sql)).toBe(2);
    book.close();
  });

  it('is broken when the file is something else', () => {
    const path = join(scratchFolder(), 'book.sqlite');
    writeFileSync(path, 'not a database, but long enough to be taken for one\n'.repeat(100));
    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ name: 'StorageFault', kind: 'broken' }));
  });

  it('stays broken until it is opened anew, so that nothing is written on a file that cannot be trusted', () => {
    const path = join(scratchFolder(), 'book.sqlite');
    withNotes(path, 200).close();
    const whole = statSync(path).size;
    truncateSync(path, 3 * 4096);
    truncateSync(path, whole);
    const book = openSqlite(path);
    const broken = expect.objectContaining({ name: 'StorageFault', kind: 'broken' });
    expect(() => book.sql.all('SELECT sum(length(body)) AS total FROM note')).toThrow(broken);
    expect(() => book.sql.all('SELECT 1 AS one')).toThrow(broken);
    book.close();
  });

  it('names what is wrong with the file, and is silent about a sound one', () => {
    const path = join(scratchFolder(), 'book.sqlite');
    const sound = withNotes(path, 200);
    expect(sound.integrity()).toEqual([]);
    sound.close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, 2 * 4096);
    closeSync(file);
    const damaged = openSqlite(path);
    expect(damaged.integrity()).not.toEqual([]);
    damaged.close();
  });
});

describe('a copy of a book', () => {
  it('holds what was committed when it was asked for, while writing goes on', async () => {
    const folder = scratchFolder();
    const book = withNotes(join(folder, 'book.sqlite'), 2_000);
    const copying = book.backupTo(join(folder, 'copies', 'copy.sqlite'));
    addNote(book.sql);
    await copying;
    const copy = openSqlite(join(folder, 'copies', 'copy.sqlite'), { mustExist: true });
    expect(copy.integrity()).toEqual([]);
    expect(countNotes(copy.sql)).toBeGreaterThanOrEqual(2_000);
    expect(statSync(copy.path).mode & 0o777).toBe(0o600);
    copy.close();
    book.close();
  });

  it('never takes the place of another file', async () => {
    const folder = scratchFolder();
    const book = withNotes(join(folder, 'book.sqlite'), 1);
    await expect(book.backupTo(book.path)).rejects.toThrow(/exists already/);
    book.close();
  });
});

function withNotes(path: string, count: number): ReturnType<typeof openSqlite> {
  const book = openSqlite(path);
  book.sql.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  book.sql.transaction(() => {
    for (let n = 0; n < count; n++) addNote(book.sql);
  });
  return book;
}

const addNote = (sql: Sql): void => sql.run('INSERT INTO note (body) VALUES (?)', 'x'.repeat(1_000));

const countNotes = (sql: Sql): number => sql.all<{ count: number }>('SELECT count(*) AS count FROM note')[0]?.count ?? 0;
