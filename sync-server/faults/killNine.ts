import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findingsIn } from './book.ts';
import { readEvents, type Client } from './client.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { answersIn, postNext, sendUnanswered, settleAccounts, withServer } from './load.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import { replyText } from './replies.ts';
import type { Report, SuiteOptions } from './report.ts';
import { inScratchFolder } from './scratch.ts';
import { openTrader, type Trader } from './trader.ts';

/** Servers side by side, each on a book of its own: most of a cycle is waiting for one to start. */
const LANES = 2;
const CONNECTIONS = 4;
const LOAD_MS = { shortest: 20, longest: 150 };
const SENT_AGAIN = 5;

interface Lane {
  readonly dataPath: string;
  readonly cycles: number;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly traders: readonly Trader[];
  resent: number;
}

/** Kills the server while it is written to, starts it again, and holds what it has against what it had acknowledged. */
export function killNine({ count, seed, progress }: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (folder) => {
    const random = randomFrom(seed);
    const lanes = Array.from({ length: LANES }, (_, n) =>
      newLane(join(folder, `lane-${n}`), Math.floor((count + n) / LANES), random.fork()),
    );
    let done = 0;
    const cycleDone = (): void => {
      done += 1;
      if (done % 20 === 0) progress(`${done} of ${count} kills, ${lanes.flatMap(({ ledger }) => ledger.failures).length} failures`);
    };
    // A lane that breaks off is a failure like any other, and the other lane still comes to its end.
    const failures = await Promise.all(lanes.map((lane) => runLane(lane, cycleDone).catch((error: unknown) => [String(error)])));
    return { suite: 'killNine', seed, figures: { kills: done, ...totalsOf(lanes) }, failures: failures.flat() };
  });
}

function newLane(dataPath: string, cycles: number, random: Random): Lane {
  const traders = Array.from({ length: CONNECTIONS }, () => openTrader(random.fork()));
  return { dataPath, cycles, random, ledger: openLedger(), traders, resent: 0 };
}

async function runLane(lane: Lane, cycleDone: () => void): Promise<string[]> {
  const options = { dataPath: lane.dataPath, connections: CONNECTIONS };
  for (let cycle = 0; cycle < lane.cycles; cycle++) {
    await withServer(options, async (server, client) => {
      await catchUp(client, lane);
      const load = lane.traders.map((trader) => postUntilCut(client, trader, lane));
      await sleep(lane.random.between(LOAD_MS.shortest, LOAD_MS.longest));
      await server.killNine();
      await Promise.all(load);
    });
    cycleDone();
  }
  await withServer(options, async (server, client) => {
    await catchUp(client, lane);
    await settleAccounts(client, lane.ledger);
    await server.stop();
  });
  return [...lane.ledger.failures, ...findingsIn(lane.dataPath)];
}

/** What every device does after its server was away, and a check of what it finds. */
async function catchUp(client: Client, lane: Lane): Promise<void> {
  const { ledger, random } = lane;
  ledger.read(await readEvents(client, ledger.lastSeq));
  lane.resent += ledger.unanswered().length;
  await sendUnanswered(client, ledger);
  const commands = ledger.someAccepted(SENT_AGAIN, random);
  if (commands.length > 0) ledger.answer(answersIn(await client.post('/api/commands', { commands })));
}

async function postUntilCut(client: Client, trader: Trader, { ledger, random }: Lane): Promise<void> {
  const own = random.fork();
  for (;;) {
    const reply = await postNext(client, trader, ledger, own).catch(() => undefined);
    if (!reply) return;
    if (reply.status !== 200) throw new Error(`the load was answered with ${replyText(reply)}`);
  }
}

function totalsOf(lanes: readonly Lane[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { ledger, resent } of lanes) {
    for (const [name, value] of Object.entries({ ...ledger.counts(), commands_cut_off: resent }))
      totals[name] = (totals[name] ?? 0) + value;
  }
  return totals;
}
