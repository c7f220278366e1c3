import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { openRawClient, type RawClient } from './rawClient.ts';
import { inScratchFolder } from '../faults/scratch.ts';
import { startServer } from '../faults/serverProcess.ts';
import { nextId, openBenchAccount, roundTrip, type BenchCommand } from './trades.ts';

const CONNECTIONS = 64;
const ROUND_TRIPS = 8_000;
const WARM_UP_TRIPS = 800;
const LONE_COMMANDS = 300;
const BARE_BATCH = 50;

/** Commands over HTTP, one a request, each acknowledged once durable; beside a bare loop that writes the same rows. */
export const durableCommands = (): Promise<Figure[]> => inScratchFolder(measureIn);

async function measureIn(dataPath: string): Promise<Figure[]> {
  const server = await startServer({ dataPath });
  const clients = Array.from({ length: CONNECTIONS }, () => openRawClient(server));
  try {
    const accountId = nextId();
    await send(clients[0] as RawClient, openBenchAccount(accountId));
    await load(clients, accountId, WARM_UP_TRIPS);
    const busy = await load(clients, accountId, ROUND_TRIPS);
    const lone = await load(clients.slice(0, 1), accountId, LONE_COMMANDS / 3);
    for (const client of clients) client.close();
    await server.stop();
    const bare = bareLoop(join(dataPath, 'workspaces/main/book.sqlite'), join(dataPath, 'bare.sqlite'));
    return [
      {
        name: 'durable commands, 64 connections',
        value: busy.perSecond,
        unit: '/s',
        reference: 'bare loop, same rows, batches of 50, FULL',
        ratio: busy.perSecond / bare.perSecond,
      },
      {
        name: 'durable commands, 64 connections, p99',
        value: busy.p99Ms,
        unit: 'ms',
        reference: 'bare loop, one fsync',
        ratio: busy.p99Ms / bare.fsyncMs,
      },
      {
        name: 'one lone durable command, p50',
        value: lone.p50Ms,
        unit: 'ms',
        reference: 'bare loop, one fsync',
        ratio: lone.p50Ms / bare.fsyncMs,
      },
      {
        name: 'one lone durable command above one fsync, p50',
        value: lone.p50Ms - bare.fsyncMs,
        unit: 'ms',
        reference: 'bare loop, one fsync',
        ratio: (lone.p50Ms - bare.fsyncMs) / bare.fsyncMs,
      },
    ];
  } finally {
    for (const client of clients) client.close();
    await server.killNine();
  }
}

async function load(clients: readonly RawClient[], accountId: string, trips: number) {
  const latenciesMs: number[] = [];
  let left = trips;
  const startedMs = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (left-- > 0) {
        for (const command of roundTrip(accountId)) latenciesMs.push(await send(client, command));
      }
    }),
  );
  const elapsedMs = performance.now() - startedMs;
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { perSecond: (latenciesMs.length / elapsedMs) * 1000, p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function send(client: RawClient, command: BenchCommand): Promise<number> {
  const startedMs = performance.now();
  const { status, body } = await client.post('/api/commands', JSON.stringify({ commands: [command] }));
  if (status !== 200 || !body.includes('"outcome":"accepted"')) throw new Error(`not accepted: ${status} ${body}`);
  return performance.now() - startedMs;
}

type Row = Record<string, string | number | null>;

/** Writes every row of a finished book again, in the order and grouping of its commands, with nothing around it. */
function bareLoop(bookPath: string, barePath: string) {
  const book = new Database(bookPath, { readonly: true });
  const bare = new Database(barePath);
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  for (const { sql } of book
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND type IN ('table', 'index') AND name NOT LIKE 'sqlite_%'",
    )
    .all())
    bare.exec(sql);
  const writers = new Map<string, (row: Row) => void>();
  const write = (table: string, row: Row): void => {
    const columns = Object.keys(row);
    const writer =
      writers.get(table) ??
      (
        (statement) => (one: Row) =>
          void statement.run(...Object.values(one))
      )(bare.prepare(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`));
    writers.set(table, writer);
    writer(row);
  };
  const commands = rowsByCommand(book);
  book.close();

  const startedMs = performance.now();
  for (let from = 0; from < commands.length; from += BARE_BATCH) {
    bare.transaction(() => {
      for (const rows of commands.slice(from, from + BARE_BATCH)) for (const [table, row] of rows) write(table, row);
    })();
  }
  const perSecond = (commands.length / (performance.now() - startedMs)) * 1000;
  const fsyncMs = oneFsyncMs(bare);
  bare.close();
  return { perSecond, fsyncMs };
}

/** The rows each command wrote: its facts and receipt, its aggregate's state, and the table rows of that. */
function rowsByCommand(book: Database.Database): [table: string, row: Row][][] {
  const all = (statement: string): Row[] => book.prepare<[], Row>(statement).all();
  const byId = (rows: readonly Row[], key: string) => Map.groupBy(rows, (row) => row[key]);
  const receipts = byId(all('SELECT * FROM receipt'), 'command_id');
  const states = byId(all('SELECT * FROM aggregate'), 'aggregate_id');
  const positions = byId(all('SELECT * FROM tradelog_position'), 'id');
  const legs = byId(all('SELECT * FROM tradelog_leg'), 'position_id');
  const fills = byId(all('SELECT * FROM tradelog_fill'), 'id');
  return [...byId(all('SELECT * FROM fact ORDER BY event_seq'), 'command_id')].map(([commandId, facts]) => {
    const id = facts[0]?.['aggregate_id'] ?? null;
    const named = (table: string, rows: readonly Row[] | undefined): [string, Row][] => (rows ?? []).map((row) => [table, row]);
    const created = facts.some((fact) => fact['type'] === 'PositionCreated');
    const filled = facts.flatMap((fact) => fills.get((JSON.parse(String(fact['payload'])) as Row)['fill_id'] ?? '') ?? []);
    return [
      ...named('fact', facts),
      ...named('receipt', receipts.get(commandId ?? null)),
      ...named('aggregate', states.get(id)),
      ...named('tradelog_position', positions.get(id)),
      ...(created ? named('tradelog_leg', legs.get(id)) : []),
      ...named('tradelog_fill', filled),
    ];
  });
}

function oneFsyncMs(bare: Database.Database): number {
  bare.exec('CREATE TABLE beat (n INTEGER)');
  const beat = bare.prepare('INSERT INTO beat VALUES (?)');
  const timesMs = Array.from({ length: LONE_COMMANDS }, (_, n) => {
    const startedMs = performance.now();
    beat.run(n);
    return performance.now() - startedMs;
  });
  return timesMs.toSorted((a, b) => a - b)[LONE_COMMANDS / 2] ?? Number.NaN;
}
