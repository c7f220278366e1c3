import { isRefusal, type Versioned } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenOf } from '../copy/tables.ts';
import type { Replica } from '../index.ts';
import { allSent, does, openAccount, openDesk } from '../testing/desk.ts';
import { habit, wishesOf, type Habit } from '../testing/habits.ts';
import { until } from '../testing/until.ts';
import { archiveOf, booksOf, openBook, pack, unpack } from './testing/exchangeDesk.ts';

const LAW_TIMEOUT_MS = 60_000;
const days = fc.array(habit, { maxLength: 12, size: 'max' });

/** What a trader did with a server, and went on to do without one. */
async function played(desk: ReturnType<typeof openDesk>, sent: readonly Habit[], kept: readonly Habit[]): Promise<Replica> {
  const replica = await desk.openTab();
  await does(replica, openAccount);
  for (const wanted of sent) await replica.dispatch(...(await wishesOf(wanted, replica)));
  await inStep(replica, desk);
  desk.server.fate = () => 'request_lost';
  desk.server.hangUp();
  for (const wanted of kept) await replica.dispatch(...(await wishesOf(wanted, replica)));
  return replica;
}

async function inStep(replica: Replica, { server }: ReturnType<typeof openDesk>): Promise<void> {
  await allSent(replica);
  await until('the log has arrived', async () => (await replica.ground.database.fact.count()) === server.facts.length);
}

async function statesOf({ ground: { database } }: Replica): Promise<Map<string, Versioned>> {
  return new Map((await database.state.toArray()).map((row) => [row.key, seenOf(row)!]));
}

describe('an export', () => {
  it(
    'E1: made into a book, shows the same states and rows, has the same waiting, and exports the same',
    () =>
      fc.assert(
        fc.asyncProperty(days, days, async (sent, kept) => {
          const desk = openDesk();
          const original = await played(desk, sent, kept);
          const packed = await pack(original);
          const restored = await openBook(desk, await unpack(desk, archiveOf(packed)));
          expect(await statesOf(restored)).toEqual(await statesOf(original));
          expect(await restored.ground.database.sheet.toArray()).toEqual(await original.ground.database.sheet.toArray());
          expect(await restored.waitingCommands()).toEqual(await original.waitingCommands());
          expect(await pack(restored)).toEqual(packed);
          await restored.close();
          await desk.close();
        }),
        { numRuns: 25 },
      ),
    LAW_TIMEOUT_MS,
  );

  it(
    'E2: made into a book and brought to another server, however the line fares, is there once and whole',
    () =>
      fc.assert(
        fc.asyncProperty(
          days,
          days,
          fc.infiniteStream(fc.constantFrom('carried', 'carried', 'answer_lost', 'carried_twice', 'request_lost')),
          async (sent, kept, fates) => {
            const desk = openDesk();
            const original = await played(desk, sent, kept);
            const before = await original.ground.database.fact.toArray();
            const packed = await pack(original);
            const elsewhere = openDesk();
            // Another log than the first server's.
            elsewhere.server.restore(0);
            const entry = await unpack(elsewhere, archiveOf(packed));
            if (isRefusal(entry)) throw new Error(entry.sentence);
            elsewhere.server.fate = () => fates.next().value;
            const { line, intake } = elsewhere.server;
            let attached = await booksOf(elsewhere).attachBook(entry.id, `w-${entry.id}`, line, intake);
            for (let n = 0; isRefusal(attached) && n < 200; n++) {
              attached = await booksOf(elsewhere).attachBook(entry.id, `w-${entry.id}`, line, intake);
            }
            const replica = await openBook(elsewhere, attached);
            elsewhere.server.fate = () => 'carried';
            replica.tryNow();
            await inStep(replica, elsewhere);
            expect(elsewhere.server.facts.slice(0, before.length)).toEqual(before);
            expect(await statesOf(replica)).toEqual(elsewhere.server.states);
            await replica.close();
            await elsewhere.close();
            await desk.close();
          },
        ),
        { numRuns: 25 },
      ),
    LAW_TIMEOUT_MS,
  );
});
