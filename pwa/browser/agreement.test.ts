import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@taffrail/domain/kernel';
import type { Replica, Wish } from '@taffrail/replica';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { startServer } from '../../sync-server/faults/serverProcess.ts';

// A device without a screen: the replica as it is, over a database in memory. It looks for one when it is loaded.
vi.stubGlobal('indexedDB', new IDBFactory());
vi.stubGlobal('IDBKeyRange', IDBKeyRange);
const { browserSurroundings, httpLine, openHttp, openReplica, positionRows } = await import('@taffrail/replica');

const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const openAccount: Wish = {
  type: 'OpenAccount',
  aggregate_id: idOf(1),
  payload: { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' },
};

const positionOf = (n: number): string => idOf(100 + n);
const createPosition = (n: number): Wish => ({
  type: 'CreatePosition',
  aggregate_id: positionOf(n),
  payload: { account_id: idOf(1), symbol: 'AAPL', legs: [{ id: idOf(200 + n), instrument_type: 'stock', quantity: '100' }] },
});

let fills = 1_000;
const recordFill = (n: number, quantity: string): Wish => ({
  type: 'RecordFill',
  aggregate_id: positionOf(n),
  payload: {
    fill_id: idOf((fills += 4)),
    leg_id: idOf(200 + n),
    quantity,
    price: '10.25',
    next_position_id: idOf(fills + 1),
    next_leg_id: idOf(fills + 2),
    next_fill_id: idOf(fills + 3),
  },
});

const tag = async (replica: Replica, n: number, word: string): Promise<Wish> => ({
  type: 'AdjustPosition',
  aggregate_id: positionOf(n),
  payload: { tags: [word] },
  expected_version: (await replica.state('position', positionOf(n)))?.version ?? 1,
});

/** Wherever the server listens by now. */
const ORIGIN = 'http://server.test';

/** The real server, and devices that reach it at whatever port it has by now. */
async function onWire() {
  const folder = mkdtempSync(join(tmpdir(), 'taffrail-agreement-'));
  let server = await startServer({ dataPath: folder });
  const { cookie } = server;
  const reach = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    if (!address.startsWith(ORIGIN)) return reach(address, init);
    const headers = { ...(init.headers as Record<string, string>), cookie };
    return reach(address.replace(ORIGIN, `http://127.0.0.1:${server.port}`), { ...init, headers });
  });
  const ask = async (path: string) => (await fetch(ORIGIN + path)).json() as Promise<Record<string, unknown>>;
  const { workspaces } = (await ask('/api/identity/me')) as { workspaces: readonly { id: string }[] };
  const workspaceId = workspaces[0]?.id ?? '';
  const devices: Replica[] = [];

  return {
    ask,
    async device(): Promise<Replica> {
      const surroundings = { ...browserSurroundings(), onAwake: () => () => {} };
      const line = httpLine(openHttp({ origin: ORIGIN, workspaceId }));
      const replica = await openReplica({ bookId: `device-${devices.length}`, projections: [positionRows], surroundings, server: line });
      devices.push(replica);
      return replica;
    },
    killNine: () => server.killNine(),
    async startAgain() {
      server = await startServer({ dataPath: folder });
    },
    async close() {
      await Promise.all(devices.map((replica) => replica.close()));
      await server.killNine();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function does(replica: Replica, ...wishes: readonly Wish[]): Promise<void> {
  const answer = await replica.dispatch(...wishes);
  if (isRefusal(answer)) throw new Error(answer.sentence);
}

test('devices that decide for themselves come to the book of the real server, killed in between', async () => {
  const { device, ask, killNine, startAgain, close } = await onWire();
  const [one, two] = [await device(), await device()];
  await does(one, openAccount, createPosition(1), createPosition(2));
  await vi.waitFor(async () => expect(await two.states('position')).toHaveLength(2), 20_000);

  await killNine();
  await does(one, recordFill(1, '100'), await tag(one, 2, 'mine'));
  await does(two, recordFill(1, '-40'), await tag(two, 2, 'theirs'));
  await startAgain();
  for (const replica of [one, two]) replica.tryNow();

  await vi.waitFor(() => expect([one.waiting.value.commands, two.waiting.value.commands]).toEqual([0, 0]), 20_000);
  const { aggregates } = (await ask('/api/snapshot')) as {
    aggregates: readonly { aggregate_type: string; aggregate_id: string; version: number; state: object }[];
  };
  for (const replica of [one, two]) {
    for (const { aggregate_type, aggregate_id, version, state } of aggregates) {
      await vi.waitFor(async () => expect(await replica.state(aggregate_type, aggregate_id)).toEqual({ version, state }), 20_000);
    }
    await vi.waitFor(async () =>
      expect((await replica.factsOf('position', positionOf(1))).filter(({ type }) => type === 'FillRecorded')).toHaveLength(2),
    );
  }
  await vi.waitFor(() => expect(one.conflicts.value.length + two.conflicts.value.length).toBe(1));
  await close();
}, 90_000);
