import { setTimeout as sleep } from 'node:timers/promises';
import { addParagraph, areEqual, closeDocument, kindOf, openDocument, paragraphsOf, type DocumentKind } from '@taffrail/sync';
import { openDevice, type Device } from '../src/rooms/testing/device.ts';
import { readDocument } from '../src/workspace/index.ts';
import { findingsIn, usingBook } from './book.ts';
import { recruit } from './crew.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import type { Report, SuiteOptions } from './report.ts';
import { inScratchFolder } from './scratch.ts';
import { startServer, type ServerProcess } from './serverProcess.ts';

const CLIENTS = 100;
const CLIENTS_PER_USER = 10;
const CLIENTS_PER_ROOM = 10;
const WRITING_MS = { shortest: 200, longest: 800 };
const WRITES_EVERY_MS = 150;
/** What y-websocket waits at most when nobody sets it. */
const MAX_BACKOFF_MS = 2_500;
const GIVE_UP_AFTER_MS = 30_000;
const LOOK_EVERY_MS = 10;

const kind = kindOf('day/2025-02-05') as DocumentKind;
const rooms = Array.from({ length: CLIENTS / CLIENTS_PER_ROOM }, (_, n) => `day/2025-03-${String(n + 10)}`);

/** A device with what it wrote: stored as far as the server said so. */
interface Writer {
  readonly name: string;
  readonly device: Device;
  /** Before the connection it has now; brought with its first update. */
  before: string[];
  since: string[];
}

/** Kills the server under a hundred devices that write, and starts it again: nothing it called stored is lost, and all agree. */
export function reconnect({ count, seed, progress }: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (dataPath) => {
    const random = randomFrom(seed);
    const failures: string[] = [];
    const syncedMs: number[] = [];
    let server = await startServer({ dataPath });
    const writers = await openWriters(server);
    try {
      await settled(writers);
      for (let kill = 1; kill <= count; kill++) {
        await writeOn(writers, random);
        await server.killNine();
        failures.push(...(await lostOf(dataPath, writers)));
        for (const writer of writers) write(writer, 'offline');
        const killedMs = performance.now();
        server = await startServer({ dataPath, port: server.port });
        await settled(writers);
        syncedMs.push(performance.now() - killedMs);
        progress(`${kill} of ${count} kills, all in sync ${Math.round(syncedMs.at(-1) ?? 0)} ms after the last`);
      }
      failures.push(...disagreements(writers));
    } finally {
      for (const { device } of writers) device.leave();
      await server.killNine();
    }
    const figures = {
      kills: count,
      clients: CLIENTS,
      rooms: rooms.length,
      all_in_sync_after_ms_at_most: Math.round(Math.max(...syncedMs)),
    };
    return { suite: 'reconnect', seed, figures, failures: [...failures, ...findingsIn(dataPath)] };
  });
}

async function openWriters(server: ServerProcess): Promise<Writer[]> {
  // Each client of y-websocket waits for the end of its process.
  process.setMaxListeners(2 * CLIENTS);
  const tokens = await recruit(server, CLIENTS / CLIENTS_PER_USER);
  return Array.from({ length: CLIENTS }, (_, n) => {
    const name = rooms[n % rooms.length] ?? '';
    const token = tokens[Math.floor(n / CLIENTS_PER_USER)] ?? '';
    const url = `ws://127.0.0.1:${server.port}/sync`;
    const device = openDevice({ url, name, document: openDocument(kind), token, maxBackoffMs: MAX_BACKOFF_MS });
    return { name, device, before: [], since: [] };
  });
}

/** Waits until everybody is back, what they wrote meanwhile is stored, and all in a room have the same. */
async function settled(writers: readonly Writer[]): Promise<void> {
  // The first update on a connection is what the server lacked; that it is stored is the first count to be told.
  await until(() => writers.every(({ device }) => device.provider.synced && device.stored() === 1), 'not everybody came back');
  for (const writer of writers) {
    writer.before.push(...writer.since);
    writer.since = [];
  }
  await until(() => disagreements(writers).length === 0, 'not all have the same');
}

async function until(holds: () => boolean, otherwise: string): Promise<void> {
  const startedMs = performance.now();
  while (!holds()) {
    if (performance.now() - startedMs > GIVE_UP_AFTER_MS) throw new Error(`${otherwise} within ${GIVE_UP_AFTER_MS} ms`);
    await sleep(LOOK_EVERY_MS);
  }
}

async function writeOn(writers: readonly Writer[], random: Random): Promise<void> {
  const endsMs = performance.now() + random.between(WRITING_MS.shortest, WRITING_MS.longest);
  while (performance.now() < endsMs) {
    for (const writer of writers) if (random.chance(0.5)) write(writer, 'online');
    await sleep(WRITES_EVERY_MS);
  }
}

function write({ device, before, since }: Writer, where: string): void {
  const said = `${where} ${device.document.content.clientID}-${before.length + since.length}`;
  since.push(said);
  addParagraph(device.document, said);
}

/** What was called stored and is not. */
function lostOf(dataPath: string, writers: readonly Writer[]): Promise<string[]> {
  return usingBook(dataPath, ({ workspace }) => {
    const kept = new Map(
      rooms.map((name) => {
        const document = openDocument(
          kind,
          workspace.read((sql) => readDocument(sql, name)),
        );
        const paragraphs = new Set(paragraphsOf(document));
        closeDocument(document);
        return [name, paragraphs];
      }),
    );
    return writers.flatMap(({ name, device, before, since }) => {
      const stored = [...before, ...since.slice(0, device.stored() - 1)];
      return stored.filter((said) => kept.get(name)?.has(said) !== true).map((said) => `"${said}" was called stored and is not in ${name}`);
    });
  });
}

/** Documents of a room that differ, or lack what somebody wrote in it. */
function disagreements(writers: readonly Writer[]): string[] {
  return rooms.flatMap((name) => {
    const inRoom = writers.filter((writer) => writer.name === name);
    const [first, ...others] = inRoom.map(({ device }) => device.document);
    if (!first) return [];
    const written = inRoom.flatMap(({ before, since }) => [...before, ...since]).toSorted();
    const isWhole = JSON.stringify(paragraphsOf(first).toSorted()) === JSON.stringify(written);
    if (!isWhole) return [`${name} is not what was written in it`];
    return others.every((other) => areEqual(first, other)) ? [] : [`not everybody has the same ${name}`];
  });
}
