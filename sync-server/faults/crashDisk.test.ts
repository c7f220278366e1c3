import { beforeEach, describe, expect, test } from 'vitest';
import { openCrashDisk, type CrashDisk } from './crashDisk.ts';
import { randomFrom } from '../simulation/random.ts';

const SECTOR = 512;
const [ROOT, BOOK, OTHER] = [0, 1, 2];

describe('a disk in a power cut', () => {
  let disk: CrashDisk;
  beforeEach(() => {
    disk = openCrashDisk({ path: '/data', file: ROOT });
    disk.take({ did: 'make', path: '/data/book', file: BOOK, isFolder: false });
  });

  const write = (at: number, fill: number, length = SECTOR): void =>
    disk.take({ did: 'write', file: BOOK, at, bytes: Buffer.alloc(length, fill) });
  const sync = (file: number): void => disk.take({ did: 'sync', file });
  /** Every outcome that many rolls of the dice bring, each once. */
  const outcomes = (show: (book: Buffer | 'folder' | undefined) => string): string[] => {
    const seen = Array.from({ length: 400 }, (_, seed) => show(disk.survivors(randomFrom(seed)).get('/data/book')));
    return [...new Set(seen)].toSorted();
  };
  const firstBytes = (book: Buffer | 'folder' | undefined): string => {
    if (!Buffer.isBuffer(book)) return 'none';
    return Array.from({ length: book.length / SECTOR }, (_, sector) => book[sector * SECTOR]).join(' ');
  };

  test('keeps what was synced together with its name', () => {
    write(0, 7);
    sync(BOOK);
    sync(ROOT);
    expect(outcomes(firstBytes)).toEqual(['7']);
  });

  test('may forget the name of a file whose folder was not synced', () => {
    write(0, 7);
    sync(BOOK);
    expect(outcomes(firstBytes)).toEqual(['7', 'none']);
  });

  test('tears what was not synced, sector by sector and each at any of its states', () => {
    write(0, 1, 2 * SECTOR);
    sync(BOOK);
    sync(ROOT);
    write(0, 2, 2 * SECTOR);
    write(0, 3);
    expect(outcomes(firstBytes)).toEqual(['1 1', '1 2', '2 1', '2 2', '3 1', '3 2']);
  });

  test('may grow a file before it holds what it grew for', () => {
    sync(ROOT);
    write(0, 5);
    expect(outcomes(firstBytes)).toEqual(['', '0', '5']);
  });

  test('may bring back a removed file, or its name for the one that came after', () => {
    write(0, 1);
    sync(BOOK);
    sync(ROOT);
    disk.take({ did: 'remove', path: '/data/book' });
    disk.take({ did: 'make', path: '/data/book', file: OTHER, isFolder: false });
    disk.take({ did: 'write', file: OTHER, at: 0, bytes: Buffer.alloc(SECTOR, 2) });
    sync(OTHER);
    expect(outcomes(firstBytes)).toEqual(['1', '2', 'none']);
    expect([...disk.contents().values()].map(firstBytes)).toEqual(['2']);
  });
});
