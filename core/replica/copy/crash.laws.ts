import { isRefusal } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { does, openAccount, openDesk } from '../testing/desk.ts';
import { failWriteAfter } from '../testing/fullDisk.ts';
import { habit, wishesOf } from '../testing/habits.ts';

const LAW_TIMEOUT_MS = 60_000;

describe('a device that fails in the middle of a write', () => {
  it(
    'D7: keeps every command it acknowledged, and of another all or nothing',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(habit, fc.nat(8)), { minLength: 1, maxLength: 12 }), async (doings) => {
          const desk = openDesk({ attached: false });
          let replica = await desk.openTab();
          await does(replica, openAccount);
          let acknowledged = 1;
          for (const [wanted, writes] of doings) {
            const wishes = await wishesOf(wanted, replica);
            const before = await replica.ground.database.state.toArray();
            const mend = failWriteAfter(writes, new DOMException('pulled out', 'UnknownError'));
            const answer = await replica.dispatch(...wishes).catch((error: unknown) => error as Error);
            mend();
            await replica.close();
            replica = await desk.openTab();
            const wasDone = Array.isArray(answer);
            if (wasDone) acknowledged += wishes.length;
            expect(wasDone || isRefusal(answer) || answer instanceof Error).toBe(true);
            expect((await replica.waitingCommands()).length).toBe(acknowledged);
            if (!wasDone) expect(await replica.ground.database.state.toArray()).toEqual(before);
          }
          await desk.close();
        }),
        { numRuns: 30 },
      ),
    LAW_TIMEOUT_MS,
  );
});
