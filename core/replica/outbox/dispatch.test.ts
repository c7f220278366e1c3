import type { Position } from '@taffrail/domain/tradelog';
import { isRefusal } from '@taffrail/domain/kernel';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, allSent, createPosition, does, legId, openAccount, positionId, recordFill } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import { failWriteAfter } from '../testing/fullDisk.ts';
import { until } from '../testing/until.ts';

const desk = desks();

describe('what is done on the device', () => {
  it('is all done or none of it', async () => {
    const replica = await desk({ attached: false }).openTab();
    const answer = await replica.dispatch(openAccount, createPosition(1), recordFill(2, '100'));
    expect(answer).toMatchObject({ refused: true, code: 'not_found' });
    expect(await replica.state('account', ACCOUNT)).toBeUndefined();
    expect(await replica.waitingCommands()).toEqual([]);
  });

  it('says what changed, once for each thing', async () => {
    const replica = await desk({ attached: false }).openTab();
    await does(replica, openAccount);
    const changes = await replica.dispatch(createPosition(1), recordFill(1, '100'));
    expect(changes).toMatchObject([{ aggregate_id: positionId(1), before: undefined, after: { state: { status: 'open' } } }]);
  });

  it('is what the server will read: what a round through JSON drops is not there', async () => {
    const { openTab, server } = desk();
    const replica = await openTab();
    await does(replica, openAccount, createPosition(1, { plan: { stop: '9', risk: undefined } as never }));
    await allSent(replica);
    expect(server.decided).toHaveLength(2);
    expect(replica.conflicts.value).toEqual([]);
  });

  it('happened when the device says it is, unless the trader says when', async () => {
    const { openTab, surroundings } = desk({ attached: false });
    const replica = await openTab();
    await does(replica, openAccount, createPosition(1), recordFill(1, '1'), { ...recordFill(1, '1'), occurred_at: '2026-03-09T15:00:00Z' });
    const position = await replica.state<Position>('position', positionId(1));
    const now = new Date(surroundings.clock.nowMs()).toISOString();
    expect(position?.state.fills.map(({ occurred_at }) => occurred_at)).toEqual([now, '2026-03-09T15:00:00.000Z']);
  });

  it('is refused before anything is decided where it is not a command', async () => {
    const replica = await desk({ attached: false }).openTab();
    expect(await replica.dispatch({ ...openAccount, aggregate_id: 'main' })).toMatchObject({ code: 'invalid_input' });
    expect(await replica.dispatch({ ...openAccount, type: 'OpenBar' })).toMatchObject({ code: 'unknown_command' });
  });

  it('D6: tabs that append at the same moment each see what the others did', async () => {
    const { openTab, server } = desk();
    const [one, two] = [await openTab(), await openTab()];
    await does(one, openAccount, createPosition(1, { legs: [{ id: legId(1), instrument_type: 'stock', quantity: '1000' }] }));
    const wishes = Array.from({ length: 20 }, () => recordFill(1, '1'));
    await Promise.all(wishes.map((wish, index) => does(index % 2 === 0 ? one : two, wish)));
    expect((await two.state<Position>('position', positionId(1)))?.state.fills).toHaveLength(20);
    await allSent(one);
    expect(server.decided).toHaveLength(22);
    expect(one.conflicts.value).toEqual([]);
  });

  it('D6: what is done in one tab is told in the other', async () => {
    const { openTab } = desk({ attached: false });
    const [one, two] = [await openTab(), await openTab()];
    await does(one, openAccount);
    await until('the other tab has heard of it', () => two.waiting.value.commands === 1);
    const rows = two.rows('positions');
    await until('its rows are loaded', () => rows.value !== undefined);
    await does(one, createPosition(1));
    await until('its rows are patched', () => rows.value?.size === 1);
    expect(two.savedAt.value.device).toBe(one.savedAt.value.device);
  });

  it('D7: with no room left, says so in a sentence, writes nothing and loses nothing', async () => {
    const replica = await desk({ attached: false }).openTab();
    await does(replica, openAccount);
    for (let writes = 0; writes < 4; writes++) {
      const mend = failWriteAfter(writes, new DOMException('no room', 'QuotaExceededError'));
      const answer = await replica.dispatch(createPosition(1));
      mend();
      expect(isRefusal(answer) && answer.code).toBe('storage_full');
      expect((await replica.waitingCommands()).map(({ command }) => command.type)).toEqual(['OpenAccount']);
      expect(await replica.state('position', positionId(1))).toBeUndefined();
    }
    await does(replica, createPosition(1));
  });
});
