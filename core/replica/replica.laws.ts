import { contexts } from '@taffrail/domain';
import { isRefusal, settle, type Versioned } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Replica } from './index.ts';
import type { Database } from './copy/database.ts';
import { keyOf, seenOf, type OutboxRow } from './copy/tables.ts';
import { replicaRefusals } from './refusals.ts';
import { does, openAccount, openDesk, publishPlaybook } from './testing/desk.ts';
import { habit, wishesOf, type Habit } from './testing/habits.ts';
import type { Fate, MemoryServer } from './testing/memoryServer.ts';
import { until } from './testing/until.ts';
import { positionRows } from './views/positionRow.ts';
import { responseRows } from './views/responseRow.ts';

/** Hundreds of stories are told, each over a network of its own. */
const LAW_TIMEOUT_MS = 60_000;

interface Step {
  readonly device: number;
  readonly habit: Habit;
  /** How much else happens before the next step. */
  readonly turns: number;
  readonly event: 'nothing' | 'hang_up' | 'restore';
}

const stepWith = (events: readonly Step['event'][]): fc.Arbitrary<Step> =>
  fc.record({
    device: fc.nat(2),
    habit,
    turns: fc.nat(12),
    event: fc.constantFrom(...Array<Step['event']>(12).fill('nothing'), ...events),
  });

const fates = fc.array(fc.constantFrom<Fate>('carried', 'carried', 'request_lost', 'answer_lost', 'carried_twice', 'busy'), {
  maxLength: 40,
  size: 'max',
});

/** Devices that do things at once over a bad network, until everything has been said and heard. */
async function played(steps: readonly Step[], misfortunes: readonly Fate[], look: (replica: Replica) => Promise<void> = async () => {}) {
  const desk = openDesk();
  const left = [...misfortunes];
  desk.server.fate = () => left.shift() ?? 'carried';
  const devices = [await desk.openTab(), await desk.openTab(), await desk.openDevice()] as const;
  const beginning = [openAccount, publishPlaybook(0, 1, null)];
  await does(devices[0], ...beginning);
  let acknowledged = beginning.length;
  for (const { device, habit: wanted, turns, event } of steps) {
    const replica = devices[device]!;
    desk.pass(turns * 1_000);
    const wishes = await wishesOf(wanted, replica);
    if (!isRefusal(await replica.dispatch(...wishes))) acknowledged += wishes.length;
    if (event === 'hang_up') desk.server.hangUp();
    if (event === 'restore') desk.server.restore(Math.floor(desk.server.facts.length * 0.6));
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    await look(replica);
  }
  for (const replica of devices) await until('a device is up to date', () => isUpToDate(replica, desk.server));
  return { ...desk, devices, acknowledged };
}

/** As far as the server, in the log it has now: after a restore the one before may have come just as far. */
async function isUpToDate({ ground, waitingCommands }: Replica, { logId, facts }: MemoryServer): Promise<boolean> {
  const place = (await ground.database.meta.get('place'))?.value as { log_id: string; seq: number; history_from: number } | undefined;
  const isThere = place?.log_id === logId && place.seq === facts.length && place.history_from === 0;
  return isThere && (await waitingCommands()).length === 0;
}

async function statesOf({ ground }: Replica): Promise<ReadonlyMap<string, Versioned>> {
  const rows = await ground.database.state.toArray();
  return new Map(rows.map((row) => [keyOf(row), seenOf(row)!]));
}

type Story = Awaited<ReturnType<typeof played>>;

interface Telling {
  readonly numRuns?: number;
  readonly events?: readonly Step['event'][];
  /** Looks at a device after each of its steps. */
  readonly look?: (replica: Replica) => Promise<void>;
}

/** Tells many stories to their end, and holds each to this. */
const stories =
  (holds: (story: Story) => Promise<void>, { numRuns = 25, events = ['hang_up', 'hang_up'], look }: Telling = {}) =>
  (): Promise<void> => {
    const steps = fc.array(stepWith(events), { maxLength: 25, size: 'max' });
    const told = fc.asyncProperty(steps, fates, async (story, misfortunes) => {
      const ended = await played(story, misfortunes, look);
      await holds(ended);
      await ended.close();
    });
    return fc.assert(told, { numRuns });
  };

const withRestores = ['hang_up', 'restore', 'restore'] as const;

describe('whatever devices do at once, over whatever network', () => {
  it(
    'D1: every device comes to the states of the server, and keeps its facts',
    stories(async ({ devices, server }) => {
      for (const replica of devices) {
        expect(await statesOf(replica)).toEqual(server.states);
        expect(await replica.ground.database.fact.toArray()).toEqual(server.facts);
        expect((await replica.ground.database.state.toArray()).every(({ expected }) => expected === undefined)).toBe(true);
      }
    }),
    LAW_TIMEOUT_MS,
  );

  it(
    'D2: what was acknowledged is decided once, and what was refused is there to be looked at',
    stories(async ({ devices, server, acknowledged }) => {
      const { accepted } = server;
      const [here, , there] = devices;
      const conflicts = (
        await Promise.all([here, there].map(({ ground }) => ground.database.conflict.toCollection().primaryKeys()))
      ).flat();
      expect(new Set(server.decided).size).toBe(server.decided.length);
      expect(new Set(server.facts.map(({ command_id }) => command_id)).isSubsetOf(accepted)).toBe(true);
      expect(new Set([...accepted, ...conflicts]).size).toBe(accepted.size + conflicts.length);
      expect(accepted.size + conflicts.length).toBe(acknowledged);
    }),
    LAW_TIMEOUT_MS,
  );

  it(
    'D3: the rows of a list are what the states alone lead to',
    stories(
      async ({ devices }) => {
        for (const replica of devices) {
          const states = await statesOf(replica);
          const read = <T>(type: string, id: string): T | undefined => states.get(`${type}/${id}`)?.state as T | undefined;
          for (const projection of [positionRows, responseRows]) {
            const expected = [...states].flatMap(([key, state]) =>
              key.startsWith(`${projection.aggregate}/`) ? [projection.row(state as never, { pending: false, read })!] : [],
            );
            const shown = replica.rows(projection.name);
            await until('the rows are loaded', () => shown.value !== undefined);
            expect([...shown.value!.values()]).toEqual(expected);
          }
        }
      },
      { numRuns: 10 },
    ),
    LAW_TIMEOUT_MS,
  );

  it(
    'D4: what the trader sees is what the waiting commands lead to, decided from the first on what is confirmed',
    stories(
      async ({ devices }) => {
        for (const replica of devices) await expect(isToldAlike(replica)).resolves.toBeUndefined();
      },
      { events: withRestores, look: isToldAlike },
    ),
    LAW_TIMEOUT_MS,
  );

  it(
    'D5: a server restored from a backup takes what was not sent yet, and every device comes to its states',
    stories(
      async ({ devices, server }) => {
        for (const replica of devices) expect(await statesOf(replica)).toEqual(server.states);
      },
      { events: withRestores },
    ),
    LAW_TIMEOUT_MS,
  );
});

async function isToldAlike(replica: Replica): Promise<void> {
  const { seen, told } = await bothTellings(replica);
  expect(seen).toEqual(told);
}

/** The states as they are shown, and as telling the whole outbox from the first makes them. */
async function bothTellings({ ground: { database } }: Replica) {
  const [states, rows] = await database.transaction('r', [database.state, database.outbox], async ({ state, outbox }: Database) => [
    await state.toArray(),
    await outbox.orderBy('place').toArray(),
  ]);
  const told = new Map(states.flatMap(({ key, confirmed }) => (confirmed ? [[key, confirmed] as const] : [])));
  for (const row of rows) {
    const outcome = settled(row, told);
    if (!isRefusal(outcome)) for (const { after, ...ref } of outcome.changes) told.set(keyOf(ref), after);
  }
  return { seen: new Map(states.map((row) => [row.key, seenOf(row)!])), told };
}

/** A rule may meet what it holds to be impossible once a backup has been restored. */
function settled({ command, made_at }: OutboxRow, states: ReadonlyMap<string, Versioned>) {
  try {
    return settle(contexts, command, (ref) => states.get(keyOf(ref)), made_at);
  } catch {
    return replicaRefusals.not_decided_here({ problem: 'impossible' });
  }
}
