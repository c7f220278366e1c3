import { join } from 'node:path';
import { findingsIn } from './book.ts';
import { openClient, type Client } from './client.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { postNext, settleAccounts, withServer } from './load.ts';
import { serveWithPageLimit } from './pageLimit.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import { notTheProblem, replyText } from './replies.ts';
import type { Report, SuiteOptions } from './report.ts';
import { inScratchFolder } from './scratch.ts';
import { mountSmallDisk, type SmallDisk } from './smallDisk.ts';
import { openTrader, type Trader } from './trader.ts';

const DISK_MEGABYTES = 24;
const POSTS_WITH_ROOM = 10;
/** What a full disk still takes fits in pages that are there already, and is soon used up. */
const MOST_POSTS_UNTIL_FULL = 200;
const POSTS_WHILE_FULL = 10;

/** A server on storage that can be made full and given room again. */
interface Fillable {
  readonly client: Client;
  fill(): void;
  free(): void;
}

interface Desk extends Fillable {
  readonly trader: Trader;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly failures: string[];
}

/** Fills the disk under a server: it says so, goes on reading, and takes commands again as soon as there is room. */
export function diskFull(options: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (folder) => {
    const disk = await mountSmallDisk(join(folder, 'disk'), DISK_MEGABYTES);
    return disk ? onSmallDisk(disk, join(folder, 'copy'), options) : pageLimitReached(options);
  });
}

async function onSmallDisk(disk: SmallDisk, copy: string, options: SuiteOptions): Promise<Report> {
  try {
    const report = await withServer({ dataPath: disk.path, within: disk.within, connections: 1 }, async (server, client) => {
      const found = await fillAndFree({ client, ...disk }, `a tmpfs of ${DISK_MEGABYTES} MB`, options);
      await server.stop();
      return found;
    });
    disk.copyTo(copy);
    return { ...report, failures: [...report.failures, ...findingsIn(copy)] };
  } finally {
    await disk.close();
  }
}

/** Where nothing can be mounted, SQLite itself is told that the book may not grow: the same error from the same code. */
export function pageLimitReached(options: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (dataPath) => {
    const limited = await serveWithPageLimit(dataPath);
    const client = openClient(limited);
    const report = await fillAndFree({ client, ...limited }, "SQLite's page limit", options);
    client.close();
    await limited.close();
    return { ...report, failures: [...report.failures, ...findingsIn(dataPath)] };
  });
}

async function fillAndFree(fillable: Fillable, storage: string, { count, seed, progress }: SuiteOptions): Promise<Report> {
  const random = randomFrom(seed);
  const desk: Desk = { ...fillable, trader: openTrader(random.fork()), ledger: openLedger(), random, failures: [] };
  let refusedCount = 0;
  for (let round = 1; round <= count; round++) {
    await writeWithRoom(desk);
    desk.fill();
    refusedCount += await writeWhileFull(desk);
    await readWhileFull(desk);
    desk.free();
    progress(`full ${round} of ${count} times, ${desk.failures.length} failures`);
  }
  await writeWithRoom(desk);
  await settleAccounts(desk.client, desk.ledger);
  const figures = { storage, times_full: count, requests_refused_for_want_of_room: refusedCount, ...desk.ledger.counts() };
  return { suite: 'diskFull', seed, figures, failures: [...desk.failures, ...desk.ledger.failures] };
}

async function writeWithRoom({ client, trader, ledger, random, failures }: Desk): Promise<void> {
  for (let n = 0; n < POSTS_WITH_ROOM; n++) {
    const reply = await postNext(client, trader, ledger, random);
    if (reply.status !== 200) failures.push(`there is room, yet commands are answered with ${replyText(reply)}`);
  }
}

async function writeWhileFull({ client, trader, ledger, random, failures }: Desk): Promise<number> {
  let refusedCount = 0;
  for (let n = 0; n < MOST_POSTS_UNTIL_FULL && refusedCount < POSTS_WHILE_FULL; n++) {
    const reply = await postNext(client, trader, ledger, random);
    if (reply.status === 200) continue;
    refusedCount += 1;
    const wrong = notTheProblem(507, reply);
    if (wrong !== undefined) failures.push(`commands while the disk is full: ${wrong}`);
  }
  if (refusedCount === 0) failures.push(`the disk is full, yet ${MOST_POSTS_UNTIL_FULL} requests were accepted`);
  return refusedCount;
}

async function readWhileFull({ client, failures }: Desk): Promise<void> {
  for (const path of ['/api/events', '/api/snapshot', '/api/accounts', '/api/positions']) {
    const reply = await client.get(path);
    if (reply.status !== 200) failures.push(`${path} while the disk is full is answered with ${replyText(reply)}`);
  }
}
