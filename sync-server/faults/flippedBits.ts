import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openSqlite } from '../src/storage/index.ts';
import type { Sql } from '../src/workspace/index.ts';
import { filesIn, findingsIn, usingBook } from './book.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import type { Report, SuiteOptions } from './report.ts';
import { inScratchFolder } from './scratch.ts';
import { openTrader } from './trader.ts';

const COMMANDS = 300;
/** One flip in so many hits the head's file, which is tiny beside the book's. */
const HEAD_FLIP_EVERY = 10;

interface Original {
  readonly book: Buffer;
  readonly head: Buffer;
  readonly facts: Facts;
  readonly pageBytes: number;
  /** What each page is part of, by its number. */
  readonly uses: ReadonlyMap<number, string>;
}

/** The same rows by both ways to them, since a damaged index can hide what the table still holds; a sentence where they cannot be read. */
type Facts = readonly (readonly object[])[] | string;

interface Flips {
  readonly original: Original;
  readonly copy: string;
  readonly counts: Map<string, number>;
  readonly failures: string[];
}

/** Flips one bit at a time. A fact that reads differently afterwards, or not at all, must not go unnoticed. */
export function flippedBits({ count, seed, progress }: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (folder) => {
    const random = randomFrom(seed);
    const original = await writeBook(join(folder, 'original'), random.fork());
    const copy = join(folder, 'copy');
    mkdirSync(dirname(filesIn(copy).book), { recursive: true });
    const flips: Flips = { original, copy, counts: new Map(), failures: [] };
    for (let flip = 1; flip <= count; flip++) {
      if (flip % HEAD_FLIP_EVERY === 0) flipHead(flips, random);
      else flipBook(flips, random);
      if (flip % 100 === 0) progress(`${flip} of ${count} bits flipped, ${flips.failures.length} failures`);
    }
    const counts = Object.fromEntries([...flips.counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return { suite: 'flippedBits', seed, figures: { flips: count, book_bytes: original.book.length, ...counts }, failures: flips.failures };
  });
}

async function writeBook(dataPath: string, random: Random): Promise<Original> {
  const trader = openTrader(random);
  await usingBook(dataPath, async ({ workspace }) => {
    for (let n = 0; n < COMMANDS; n++) await workspace.submit(trader.next(), 'fault suite');
  });
  const findings = findingsIn(dataPath);
  if (findings.length > 0) throw new Error(`The book is damaged before any bit was flipped: ${findings.join(' ')}`);
  const { book, head } = filesIn(dataPath);
  return { book: readFileSync(book), head: readFileSync(head), facts: reading(book, readFacts), ...reading(book, readLayout) };
}

function flipBook({ original, copy, counts, failures }: Flips, random: Random): void {
  const bit = random.between(0, original.book.length * 8 - 1);
  const { book, head } = filesIn(copy);
  writeFileSync(book, flipped(original.book, bit));
  writeFileSync(head, original.head);
  const use = original.uses.get(Math.floor(bit / 8 / original.pageBytes) + 1) ?? 'a free page';
  const isChanged = !isDeepStrictEqual(readFactsOrSay(book), original.facts);
  const isNoticed = findingsIn(copy).length > 0;
  const effect = isChanged ? 'facts read differently' : 'facts read the same';
  countOne(counts, `bit in ${use}`);
  countOne(counts, `${effect}, ${isNoticed ? 'noticed' : 'not noticed'}`);
  if (isChanged && !isNoticed) failures.push(`bit ${bit} of the book, in ${use}: facts read differently and nobody notices`);
}

/** The head is kept twice: the damaged copy is set aside, and the other must not make a sound book look damaged. */
function flipHead({ original, copy, counts, failures }: Flips, random: Random): void {
  const bit = random.between(0, original.head.length * 8 - 1);
  const { book, head } = filesIn(copy);
  writeFileSync(book, original.book);
  writeFileSync(head, flipped(original.head, bit));
  countOne(counts, 'bit in the head file');
  const findings = findingsIn(copy);
  if (findings.length > 0) failures.push(`bit ${bit} of the head file makes a sound book look damaged: ${findings.join(' ')}`);
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return copy;
}

function readFactsOrSay(path: string): Facts {
  try {
    return reading(path, readFacts);
  } catch (error) {
    return String(error);
  }
}

function readFacts(sql: Sql): Facts {
  return [
    sql.all('SELECT * FROM fact ORDER BY event_seq'),
    sql.all('SELECT * FROM fact ORDER BY aggregate_type, aggregate_id, aggregate_version'),
    sql.all('SELECT event_id, event_seq FROM fact ORDER BY event_id'),
  ];
}

/** `dbstat` knows each page's owner, and the schema what kind of thing that is. */
const LAYOUT = `
  SELECT page.pageno, page.pgsize, CASE
    WHEN page.name = 'fact' THEN 'the facts'
    WHEN owner.tbl_name = 'fact' THEN 'an index of the facts'
    WHEN owner.type = 'index' THEN 'another index'
    WHEN owner.type = 'table' THEN 'another table'
    ELSE 'the schema' END AS use
  FROM dbstat AS page LEFT JOIN sqlite_schema AS owner ON owner.name = page.name`;

function readLayout(sql: Sql): Pick<Original, 'uses' | 'pageBytes'> {
  const pages = sql.all<{ pageno: number; pgsize: number; use: string }>(LAYOUT);
  return { uses: new Map(pages.map(({ pageno, use }) => [pageno, use])), pageBytes: pages[0]?.pgsize ?? 0 };
}

function reading<T>(path: string, read: (sql: Sql) => T): T {
  const sqlite = openSqlite(path, { mustExist: true });
  try {
    return read(sqlite.sql);
  } finally {
    sqlite.close();
  }
}

function countOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
