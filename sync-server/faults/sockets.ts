import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addParagraph, closeDocument, kindOf, openDocument, paragraphsOf, type DocumentKind } from '@taffrail/sync';
import { openDevice, type Device } from '../src/rooms/testing/device.ts';
import { until } from '../src/rooms/testing/house.ts';
import { listDocuments, readDocument } from '../src/workspace/index.ts';
import { findingsIn, usingBook } from './book.ts';
import type { Client } from './client.ts';
import { recruit } from './crew.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { postNext, settleAccounts, withServer } from './load.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import { percentileMs, replyText } from './replies.ts';
import type { Report, SuiteOptions } from './report.ts';
import { inScratchFolder } from './scratch.ts';
import type { ServerProcess } from './serverProcess.ts';
import { attackersPages, socketAttacks, type Target } from './socketAttacks.ts';
import { openTrader } from './trader.ts';
import { expected, openVisitor, type Visitor } from './visitor.ts';

const DEVICES_PER_PAGE = 10;
const PAGES = ['day/2025-02-05', 'day/2025-02-04'];
const WRITES_EVERY_MS = 1_000;
const COMMANDS_EVERY_MS = 50;
/** Long enough for everybody to write, however short an attack is. */
const LOOK_MS = 1_100;
const BYTES_PER_MB = 1024 * 1024;
/** What one attack may cost; a server that keeps what it was sent goes far beyond. */
const MOST_GROWTH_BYTES = 50 * BYTES_PER_MB;
const kind = kindOf('day/2025-02-05') as DocumentKind;

interface Desk {
  readonly server: ServerProcess;
  readonly polite: Client;
  readonly devices: readonly Device[];
  readonly ledger: Ledger;
  readonly random: Random;
  readonly failures: string[];
  readonly written: Map<string, string[]>;
}

/** Each attack on documents for itself, while others write pages and send commands: what they notice of it, and what is left behind. */
export function sockets({ count, seed, progress }: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (dataPath) => {
    const ledger = openLedger();
    const attacker = fork(join(import.meta.dirname, 'socketAttacker.ts'));
    const { figures, failures, written } = await withServer({ dataPath, connections: 1 }, async (server, polite) => {
      const devices = openDevices(server, await recruit(server, PAGES.length));
      const desk: Desk = { server, polite, devices, ledger, random: randomFrom(seed), failures: [], written: new Map() };
      const found = await attackInTurn(desk, attacker, count, progress);
      for (const device of devices) device.leave();
      await settleAccounts(polite, ledger);
      await server.stop();
      return { ...desk, figures: found };
    }).finally(() => attacker.kill());
    const all = [...failures, ...ledger.failures, ...(await differences(dataPath, written)), ...findingsIn(dataPath)];
    return { suite: 'sockets', seed, figures, failures: all };
  });
}

function openDevices({ port }: ServerProcess, tokens: readonly string[]): Device[] {
  // Each client of y-websocket waits for the end of its process.
  process.setMaxListeners(2 * DEVICES_PER_PAGE * PAGES.length);
  const url = `ws://127.0.0.1:${port}/sync`;
  return PAGES.flatMap((name, page) =>
    Array.from({ length: DEVICES_PER_PAGE }, () => {
      const device = openDevice({ url, name, document: openDocument(kind), token: tokens[page] ?? '', maxBackoffMs: 200 });
      device.provider.awareness.setLocalStateField('name', 'polite');
      return device;
    }),
  );
}

async function attackInTurn(
  desk: Desk,
  attacker: ChildProcess,
  times: number,
  progress: (line: string) => void,
): Promise<Record<string, string>> {
  const { server, devices, failures } = desk;
  await until(() => devices.every(({ provider, stored }) => provider.synced && stored() === 1));
  await workPolitely(desk, sleep(LOOK_MS));
  const figures: Record<string, string> = { 'nobody attacks': noticed(await workPolitely(desk, sleep(LOOK_MS)), 0) };
  const others = devices.slice(0, DEVICES_PER_PAGE).map(({ document }) => document.content.clientID);
  const owner = openVisitor(server.port, { cookie: server.cookie });
  const revokedToken = await tokenOf(owner, 'Lost', true);
  const attackWith = async (name: string): Promise<Attacked> => {
    const token = await tokenOf(owner, name, false);
    return attackOnce(desk, attacker, { name, times, target: { port: server.port, page: PAGES[0] ?? '', token, revokedToken, others } });
  };
  for (const [name, { answers: inOrder }] of Object.entries(socketAttacks)) {
    const first = await attackWith(name);
    // A heap makes room once for the largest document there is; what is kept of an attack is kept of the next one as well.
    const { answers, delays, grownBytes } = first.grownBytes > MOST_GROWTH_BYTES ? await attackWith(name) : first;
    const tally = Map.groupBy(answers, (answer) => answer);
    const wrong = [...tally.keys()].filter((answer) => !inOrder.includes(answer));
    if (wrong.length > 0) failures.push(`${name} was answered with ${wrong.join(', ')}; in order is ${inOrder.join(' or ')}`);
    if (grownBytes > MOST_GROWTH_BYTES)
      failures.push(`${name} cost ${grownBytes} bytes of memory; at most ${MOST_GROWTH_BYTES} is in order`);
    const said = [...tally].map(([answer, { length }]) => `${answer} ×${length}`).join(', ');
    figures[name] = `${said}; ${noticed(delays, grownBytes)}`;
    progress(`${name}: ${figures[name]}`);
    if (!server.isAlive()) throw new Error(`the server is gone after ${name}: ${server.output()}`);
  }
  failures.push(...harmed(devices));
  return figures;
}

interface Attacked {
  readonly answers: readonly string[];
  /** What everybody else waited meanwhile. */
  readonly delays: readonly Delay[];
  readonly grownBytes: number;
}

interface Attack {
  readonly name: string;
  readonly target: Target;
  readonly times: number;
}

async function attackOnce(desk: Desk, attacker: ChildProcess, attack: Attack): Promise<Attacked> {
  const bytesBefore = desk.server.memoryBytes();
  attacker.send(attack);
  const answered = once(attacker, 'message') as Promise<[string[]]>;
  const delays = await workPolitely(desk, Promise.all([answered, sleep(LOOK_MS)]));
  return { answers: (await answered)[0], delays, grownBytes: desk.server.memoryBytes() - bytesBefore };
}

/** A device of the owner's for each attack: what one has spent, another still has. */
async function tokenOf(owner: Visitor, name: string, isRevoked: boolean): Promise<string> {
  const wish = { name, workspace_id: 'main', scope: 'write' };
  const { token, device } = await expected(201, owner.call('POST', '/api/identity/script-tokens', wish));
  if (isRevoked) await expected(200, owner.call('POST', `/api/identity/devices/${device.id}/revoke`));
  return token;
}

interface Delay {
  readonly elapsedMs: number;
}

/** Everybody writes once a second and waits until it is stored; one sends commands beside. Until there is nothing more to look at. */
async function workPolitely(desk: Desk, over: Promise<unknown>): Promise<Delay[]> {
  const delays: Delay[] = [];
  const progress = { isOver: false };
  const ended = over.finally(() => (progress.isOver = true));
  const work = desk.devices.map(async (device, n) => {
    await sleep((n * WRITES_EVERY_MS) / desk.devices.length);
    while (!progress.isOver) {
      delays.push(await writeStored(desk, device));
      await Promise.race([sleep(WRITES_EVERY_MS), ended]);
    }
  });
  await Promise.all([ended, ...work, sendCommands(desk, delays, () => progress.isOver)]);
  return delays;
}

async function writeStored({ written }: Desk, device: Device): Promise<Delay> {
  const { document, provider, stored } = device;
  const texts = written.get(provider.roomname) ?? [];
  written.set(provider.roomname, texts);
  const said = `${document.content.clientID}-${texts.length}`;
  texts.push(said);
  const place = stored() + 1;
  const startedMs = performance.now();
  addParagraph(document, said);
  await until(() => stored() >= place);
  return { elapsedMs: performance.now() - startedMs };
}

async function sendCommands({ polite, ledger, random, failures }: Desk, delays: Delay[], isOver: () => boolean): Promise<void> {
  const trader = openTrader(random.fork());
  while (!isOver()) {
    const reply = await postNext(polite, trader, ledger, random);
    if (reply.status !== 200) failures.push(`a polite request was answered with ${replyText(reply)}`);
    delays.push(reply);
    await sleep(COMMANDS_EVERY_MS);
  }
}

const noticed = (delays: readonly Delay[], grownBytes: number): string =>
  `p99 ${percentileMs(delays, 0.99)} ms, ${Math.round(grownBytes / BYTES_PER_MB)} MB`;

/** Whoever behaved keeps their connection, and is still shown to the others. */
function harmed(devices: readonly Device[]): string[] {
  return devices.flatMap(({ closeCodes, provider }) => {
    const states = [...provider.awareness.getStates().values()];
    const present = states.filter((state) => state['name'] === 'polite').length;
    return [
      ...closeCodes.map((code) => `somebody who behaved was cut off with ${code}`),
      ...(present === DEVICES_PER_PAGE ? [] : [`${present} of ${DEVICES_PER_PAGE} were shown as present in ${provider.roomname}`]),
    ];
  });
}

/** What is stored beside what was written by those who behaved. */
function differences(dataPath: string, written: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  return usingBook(dataPath, ({ workspace }) =>
    workspace.read((sql) => {
      const strange = listDocuments(sql, 0, 100)
        .map(({ name }) => name)
        .filter((name) => ![...PAGES, ...attackersPages].includes(name));
      const changed = PAGES.filter((name) => {
        const document = openDocument(kind, readDocument(sql, name));
        const texts = paragraphsOf(document).toSorted();
        closeDocument(document);
        return JSON.stringify(texts) !== JSON.stringify(written.get(name)?.toSorted());
      });
      return [...strange.map((name) => `nobody asked for ${name}`), ...changed.map((name) => `${name} is not what was written in it`)];
    }),
  );
}
