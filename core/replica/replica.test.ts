import { describe, expect, it } from 'vitest';
import type { Position } from '@taffrail/domain/tradelog';
import { ACCOUNT, allSent, createPosition, does, openAccount, positionId, recordFill } from './testing/desk.ts';
import { desks } from './testing/desks.ts';
import { until } from './testing/until.ts';
import type { PositionRow } from './index.ts';

const desk = desks();

describe('a book on the device', () => {
  it('shows what was done at once, and without any server', async () => {
    const replica = await desk({ attached: false }).openTab();
    await does(replica, openAccount, createPosition(1), recordFill(1, '100'));
    expect((await replica.state<Position>('position', positionId(1)))?.state.status).toBe('open');
    expect(replica.line.value.state).toBe('none');
    expect((await replica.factsOf('position', positionId(1))).map(({ type, on_server }) => [type, on_server])).toEqual([
      ['PositionCreated', false],
      ['FillRecorded', false],
    ]);
  });

  it('sends what was done, and lets it go when its facts have arrived', async () => {
    const { openTab, server } = desk();
    const replica = await openTab();
    await does(replica, openAccount, createPosition(1));
    await does(replica, recordFill(1, '100'));
    await allSent(replica);
    expect(server.decided).toHaveLength(3);
    expect(await replica.state('position', positionId(1))).toEqual(server.states.get(`position/${positionId(1)}`));
    expect((await replica.factsOf('position', positionId(1))).every(({ on_server }) => on_server)).toBe(true);
  });

  it('shows on one device what was done on another', async () => {
    const { openTab, openDevice } = desk();
    const [here, there] = [await openTab(), await openDevice()];
    await does(here, openAccount);
    await until('the account is there', async () => (await there.state('account', ACCOUNT)) !== undefined);
    await does(there, createPosition(1));
    await until('the position is here', async () => (await here.state('position', positionId(1))) !== undefined);
    await allSent(there);
    expect(await here.state('position', positionId(1))).toEqual(await there.state('position', positionId(1)));
  });

  it('keeps a row for each position', async () => {
    const replica = await desk({ attached: false }).openTab();
    await does(replica, openAccount, createPosition(1));
    const rows = replica.rows<PositionRow>('positions');
    await until('the rows are loaded', () => rows.value?.size === 1);
    await does(replica, recordFill(1, '100', '10'), recordFill(1, '-100', '12'));
    await until('the row is patched', () => rows.value?.get(positionId(1))?.status === 'closed');
    expect(rows.value?.get(positionId(1))).toMatchObject({ realised_net: '200', symbol: 'AAPL', pending: true });
  });
});
