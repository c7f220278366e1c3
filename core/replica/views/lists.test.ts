import { describe, expect, it } from 'vitest';
import { openReplica, positionRows, type PositionRow, type Wish } from '../index.ts';
import { ACCOUNT, allSent, createPosition, does, openAccount, positionId, recordFill } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import { until } from '../testing/until.ts';

const desk = desks();

const changeAccount = (payload: Wish['payload'], expected_version: number): Wish => ({
  type: 'ChangeAccount',
  aggregate_id: ACCOUNT,
  payload,
  expected_version,
});

describe('the rows of a list', () => {
  it('say what waits for the server, until it has arrived', async () => {
    const { openTab, server } = desk();
    let fate: 'carried' | 'request_lost' = 'request_lost';
    const replica = await openTab(server.lineWith(() => fate));
    await does(replica, openAccount, createPosition(1));
    const rows = replica.rows<PositionRow>('positions');
    await until('the row waits', () => rows.value?.get(positionId(1))?.pending === true);
    fate = 'carried';
    await allSent(replica);
    await until('the row is patched', () => rows.value?.get(positionId(1))?.pending === false);
    expect(server.decided).toHaveLength(2);
  });

  it('are worked out again where a neighbour changed in what they rest on, and not for the rest of it', async () => {
    const replica = await desk({ attached: false }).openTab();
    const late = { ...recordFill(1, '100'), occurred_at: '2026-03-10T01:00:00.000Z' };
    await does(replica, openAccount, createPosition(1), late);
    const rows = replica.rows<PositionRow>('positions');
    await until('the row is there', () => rows.value?.get(positionId(1))?.opened_day === '2026-03-09');
    const shown = rows.value?.get(positionId(1));
    await does(replica, changeAccount({ name: 'Margin' }, 1), createPosition(2));
    await until('the other row is there', () => rows.value?.size === 2);
    expect(rows.value?.get(positionId(1))).toBe(shown);
    await does(replica, changeAccount({ zone: 'Asia/Tokyo' }, 2));
    await until('the day is the one in Tokyo', () => rows.value?.get(positionId(1))?.opened_day === '2026-03-10');
  });

  it('are made again when they are worked out differently from now on', async () => {
    const { openTab, bookId, surroundings } = desk({ attached: false });
    await does(await openTab(), openAccount, createPosition(1));
    const shout = { ...positionRows, make: positionRows.make + 1, row: () => 'louder' };
    const replica = await openReplica({ bookId, projections: [shout], surroundings });
    const rows = replica.rows<string>('positions');
    await until('they are loaded', () => rows.value !== undefined);
    expect(rows.value?.get(positionId(1))).toBe('louder');
    await replica.close();
  });
});
