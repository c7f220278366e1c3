import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { filesIn, findingsIn } from './book.ts';
import { openClient, type Client, type Reply } from './client.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { postNext, settleAccounts, withServer } from './load.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import { notTheProblem, percentileMs, replyText } from './replies.ts';
import type { Report, SuiteOptions } from './report.ts';
import { inScratchFolder } from './scratch.ts';
import { openTrader, type Trader } from './trader.ts';

const WRITERS = 4;
const READERS = 2;
const POSTS_BEFORE_AND_AFTER = 5;
const HELD_MS = 250;

interface Desk {
  readonly client: Client;
  readonly reading: Client;
  readonly traders: readonly Trader[];
  readonly ledger: Ledger;
  readonly random: Random;
  readonly failures: string[];
  readonly reads: Reply[];
  readonly turnedAway: Reply[];
}

/** Another process takes the book's write lock: writers are told to come back, readers notice nothing, and it passes. */
export function lockedBook({ count, seed, progress }: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (dataPath) => {
    const random = randomFrom(seed);
    const ledger = openLedger();
    const traders = Array.from({ length: WRITERS }, () => openTrader(random.fork()));
    const figures = await withServer({ dataPath, connections: WRITERS }, async (server, client) => {
      const desk: Desk = {
        client,
        reading: openClient(server, READERS),
        traders,
        ledger,
        random,
        failures: [],
        reads: [],
        turnedAway: [],
      };
      for (let lock = 1; lock <= count; lock++) {
        await oneLock(desk, filesIn(dataPath).book);
        progress(`${lock} of ${count} locks, ${desk.failures.length} failures`);
      }
      desk.reading.close();
      await settleAccounts(client, ledger);
      await server.stop();
      return desk;
    });
    const { failures, reads, turnedAway } = figures;
    return {
      suite: 'lockedBook',
      seed,
      figures: {
        locks: count,
        ...ledger.counts(),
        requests_turned_away: turnedAway.length,
        turned_away_p99_ms: percentileMs(turnedAway, 0.99),
        reads_meanwhile: reads.length,
        reads_p50_ms: percentileMs(reads, 0.5),
        reads_p99_ms: percentileMs(reads, 0.99),
      },
      failures: [...failures, ...ledger.failures, ...findingsIn(dataPath)],
    };
  });
}

async function oneLock(desk: Desk, book: string): Promise<void> {
  await writeFreely(desk, 'before the lock');
  const release = await holdLock(book);
  let isHeld = true;
  const work = [
    ...desk.traders.map((trader) =>
      workWhile(
        () => isHeld,
        () => writeLocked(desk, trader),
      ),
    ),
    ...Array.from({ length: READERS }, () =>
      workWhile(
        () => isHeld,
        () => readLocked(desk),
      ),
    ),
  ];
  await sleep(HELD_MS);
  isHeld = false;
  await Promise.all(work);
  await release();
  await writeFreely(desk, 'after the lock');
}

async function writeFreely({ client, traders, ledger, random, failures }: Desk, when: string): Promise<void> {
  for (let n = 0; n < POSTS_BEFORE_AND_AFTER; n++) {
    const reply = await postNext(client, random.pick(traders), ledger, random);
    if (reply.status !== 200) failures.push(`${when}, commands are answered with ${replyText(reply)}`);
  }
}

async function writeLocked({ client, ledger, random, turnedAway, failures }: Desk, trader: Trader): Promise<void> {
  const reply = await postNext(client, trader, ledger, random);
  turnedAway.push(reply);
  const wrong = notTheProblem(503, reply);
  if (wrong !== undefined) failures.push(`commands while the book is locked: ${wrong}`);
  if (!/^\d+$/.test(String(reply.headers['retry-after'])))
    failures.push('commands while the book is locked: the answer does not say when to come back');
}

async function readLocked({ reading, reads, failures }: Desk): Promise<void> {
  for (const path of ['/api/events?limit=10', '/api/accounts']) {
    const reply = await reading.get(path);
    reads.push(reply);
    if (reply.status !== 200) failures.push(`${path} while the book is locked is answered with ${replyText(reply)}`);
  }
}

async function workWhile(isHeld: () => boolean, work: () => Promise<void>): Promise<void> {
  while (isHeld()) await work();
}

async function holdLock(book: string): Promise<() => Promise<void>> {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'lockHolder.ts'), book], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(holder, 'exit');
  const said = await Promise.race([once(holder.stdout, 'data').then(String), exited.then(() => 'nothing')]);
  if (said !== 'held\n') throw new Error(`the other process does not hold the lock, it said ${said}`);
  return async () => {
    holder.stdin.end();
    await exited;
  };
}
