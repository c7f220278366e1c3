import { readFileSync } from 'node:fs';
import { findingsIn } from './book.ts';
import type { Client, Reply } from './client.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { postNext, settleAccounts, withServer } from './load.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import { percentileMs, replyText } from './replies.ts';
import type { Report, SuiteOptions } from './report.ts';
import { habits, openRudeSockets } from './rudeSockets.ts';
import { inScratchFolder } from './scratch.ts';
import type { ServerProcess } from './serverProcess.ts';
import { openTrader } from './trader.ts';

const POLITE_CLIENTS = 4;
const PHASE_MS = 1_500;
const OF_EACH_SLOW_KIND = 50;
/** Descriptors this process needs for itself and for the slow ones. */
const KEPT_DESCRIPTORS = 500;
/** What thousands of connections may cost; a server that keeps what slow readers do not read goes far beyond. */
const MOST_GROWTH_BYTES = 256 * 1024 * 1024;

interface Desk {
  readonly server: ServerProcess;
  readonly polite: Client;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly failures: string[];
}

/** Thousands of idle connections, slow requests and slow readers at once: everyone else is still served. */
export function hostileClients({ count, seed, progress }: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (dataPath) => {
    const ledger = openLedger();
    const random = randomFrom(seed);
    const { figures, failures } = await withServer({ dataPath, connections: POLITE_CLIENTS }, async (server, polite) => {
      const desk: Desk = { server, polite, ledger, random, failures: [] };
      const found = await besiege(desk, Math.min(count, descriptorLimit() - KEPT_DESCRIPTORS), progress);
      await settleAccounts(polite, ledger);
      await server.stop();
      return { figures: found, failures: desk.failures };
    });
    const all = [...failures, ...ledger.failures, ...findingsIn(dataPath)];
    return { suite: 'hostileClients', seed, figures: { ...figures, ...ledger.counts() }, failures: all };
  });
}

async function besiege(desk: Desk, idleCount: number, progress: (line: string) => void): Promise<Record<string, number>> {
  const { server, failures } = desk;
  await workPolitely(desk);
  const alone = await workPolitely(desk);
  const bytesBefore = server.memoryBytes();

  const rude = [await openRudeSockets(server, idleCount, habits.idle)];
  for (const habit of [habits.slowHeaders, habits.slowBody, habits.slowReader]) {
    rude.push(await openRudeSockets(server, OF_EACH_SLOW_KIND, habit));
  }
  const openCount = rude.reduce((sum, { opened }) => sum + opened, 0);
  progress(`${openCount} rude clients connected`);
  const besieged = await workPolitely(desk);
  const growthBytes = server.memoryBytes() - bytesBefore;
  const endedByServer = rude.reduce((sum, sockets) => sum + sockets.endedByServer(), 0);
  for (const sockets of rude) sockets.close();
  const afterwards = await workPolitely(desk);

  if (!server.isAlive()) failures.push(`the server is gone: ${server.output()}`);
  if (growthBytes > MOST_GROWTH_BYTES) failures.push(`memory grew by ${growthBytes} bytes; at most ${MOST_GROWTH_BYTES} is in order`);
  return {
    rude_clients: openCount,
    rude_clients_ended_by_server: endedByServer,
    polite_requests: alone.length + besieged.length + afterwards.length,
    p99_ms_alone: percentileMs(alone, 0.99),
    p99_ms_besieged: percentileMs(besieged, 0.99),
    p99_ms_afterwards: percentileMs(afterwards, 0.99),
    memory_mb_before: megabytes(bytesBefore),
    memory_mb_grown: megabytes(growthBytes),
  };
}

/** Reads and writes as people do, and expects every answer. */
async function workPolitely({ polite, ledger, random, failures }: Desk): Promise<Reply[]> {
  const endsMs = performance.now() + PHASE_MS;
  const replies: Reply[] = [];
  const work = async (own: Random): Promise<void> => {
    const trader = openTrader(own.fork());
    while (performance.now() < endsMs) {
      replies.push(await postNext(polite, trader, ledger, own), await polite.get('/api/events?limit=20'));
    }
  };
  await Promise.all(Array.from({ length: POLITE_CLIENTS }, () => work(random.fork())));
  for (const reply of replies) if (reply.status !== 200) failures.push(`a polite request was answered with ${replyText(reply)}`);
  return replies;
}

function descriptorLimit(): number {
  const [, soft = '1024'] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  return Number(soft);
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));
