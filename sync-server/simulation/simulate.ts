import { checkAgreement } from './agreement.ts';
import { factsOf, lastSeqOf, newBook, type Book } from './book.ts';
import { openCalamities } from './calamities.ts';
import { checkBook, checkNothingCrossed, checkNothingOverdue, isAnythingDue } from './checker.ts';
import { openCounters, type Counters } from './counters.ts';
import { openDevice, type Device } from './device.ts';
import { fortuneFrom, troubleDealer } from './fortune.ts';
import { openBookHistory } from './history.ts';
import { openNetwork } from './network.ts';
import { randomFrom, type Random } from './random.ts';
import { askAgain } from './recall.ts';
import { openServer } from './server.ts';
import { workspaceOf } from './serverProcess.ts';
import { honestMake, type ServerMake } from './serverMake.ts';
import { openTrader, type Trader } from './trader/index.ts';
import { openWorld } from './world.ts';

export interface Result {
  readonly seed: number;
  /** Empty where all is well. */
  readonly failures: readonly string[];
  readonly counters: Counters;
}

export interface Options {
  /** How much each trader has in mind. */
  readonly wishes?: number;
  readonly make?: ServerMake;
  /** Told line by line what happens. */
  readonly onLine?: (line: string) => void;
}

const WISHES = 14;
const BUSY_FOR_AT_MOST_MS = 30 * 60_000;
const DRAINED_WITHIN_MS = 10 * 60_000;
/** A job that met a fault is tried again after half a minute. */
const CAUGHT_UP_WITHIN_MS = 60_000;

/** The books, and who trades in them on which devices. */
const WORKSPACES = { swing: ['desk', 'phone', 'tablet'], scalp: ['desk', 'phone'] };

/** One world from one seed: traders trade, everything goes wrong, then nothing does any more, and then it must all add up. */
export async function simulate(seed: number, { wishes = WISHES, make = honestMake, onLine }: Options = {}): Promise<Result> {
  const failures: string[] = [];
  const counters = openCounters();
  const { count } = counters;
  const random = randomFrom(seed);
  const world = openWorld(random.fork(), onLine);
  const fail = (what: string): void => {
    world.tell(`FAILED: ${what}`);
    failures.push(what);
  };

  const books = new Map<string, Book>(Object.keys(WORKSPACES).map((id) => [id, newBook(openBookHistory(count, fail), world.newId)]));
  const fortune = fortuneFrom(random.fork());
  const trouble = troubleDealer(
    random.fork(),
    fortune,
    () => world.nowMs,
    (kind) => count(`fault: disk ${kind}`),
  );
  const server = openServer({ world, random: random.fork(), books, make, dealer: trouble.dealer, fail });
  const network = openNetwork(world, random.fork(), fortune.weather, count, server.receive);
  const contexts = honestMake.contexts.map(({ context }) => context);
  const devices = namesOf(random).map((name) =>
    openDevice({ name, world, random: random.fork(), network, contexts, history: bookOf(name).history, count, fail }),
  );
  const traders = devices.map((device) => openTrader({ world, random: random.fork(), device, wishes, count }));
  const calamities = openCalamities({ world, random: random.fork(), fortune, network, server, devices, count });

  function bookOf(device: string): Book {
    const book = books.get(workspaceOf(device));
    if (!book) throw new Error(`${device} has no book`);
    return book;
  }

  async function run(deadlineMs: number, isDone: () => boolean): Promise<boolean> {
    while (failures.length === 0 && !isDone()) {
      if (!world.step(deadlineMs)) return false;
      await server.quiet();
    }
    return true;
  }

  async function drain(): Promise<void> {
    const drained = await run(world.nowMs + DRAINED_WITHIN_MS, () => server.isUp && devices.every(isDrained));
    const late = devices.filter((device) => !isDrained(device)).map((device) => device.describe());
    if (!drained) fail(`with everything well again, it did not settle: ${late.join('; ')}`);
  }

  const isDrained = (device: Device): boolean => device.isDrained(lastSeqOf(bookOf(device.name)));

  server.start();
  await run(world.nowMs + BUSY_FOR_AT_MOST_MS, () => traders.every((trader: Trader) => trader.isDone()));
  trouble.heal();
  calamities.end();
  network.calm();
  await drain();
  await askAgain({ world, server, devices, books, run, fail });
  await run(world.nowMs + CAUGHT_UP_WITHIN_MS, () => [...books.values()].every((book) => !isAnythingDue(book, world.nowMs)));
  await drain();
  if (failures.length === 0) {
    for (const [id, book] of books) {
      checkBook(
        id,
        book,
        make.contexts,
        devices.filter(({ name }) => workspaceOf(name) === id),
        fail,
      );
      checkNothingOverdue(id, book, world.nowMs, fail);
      checkAgreement(id, book, honestMake.contexts, count, fail);
    }
    checkNothingCrossed(books, fail);
  }
  for (const book of books.values()) {
    count('facts', lastSeqOf(book));
    for (const { type } of factsOf(book)) count(`fact: ${type}`);
    book.close();
  }
  return { seed, failures, counters };
}

/** Two devices in the first book at least, so that somebody is always in somebody's way; two to five in all. */
function namesOf(random: Random): string[] {
  return Object.entries(WORKSPACES).flatMap(([workspace, names], index) =>
    names.slice(0, random.between(index === 0 ? 2 : 1, names.length)).map((name) => `${workspace}/${name}`),
  );
}
