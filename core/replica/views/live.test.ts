import { effect } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import type { Live } from '../index.ts';
import { ACCOUNT, createPosition, does, openAccount, positionId } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import { until } from '../testing/until.ts';

const desk = desks();

describe('a live query', () => {
  it('is asked again when something of its types changed, while somebody looks', async () => {
    const replica = await desk({ attached: false }).openTab();
    let asked = 0;
    const accounts = replica.live(['account'], async () => {
      asked += 1;
      return (await replica.states('account')).length;
    });
    let shown: Live<number> | undefined;
    const lookAway = effect(() => void (shown = accounts.value));
    expect(shown?.status).toBe('loading');
    await until('it is empty', () => shown?.status === 'ready' && shown.value === 0);
    await does(replica, openAccount);
    await until('the account is there', () => shown?.status === 'ready' && shown.value === 1);
    const before = asked;
    await does(replica, createPosition(1));
    expect(asked).toBe(before);
    lookAway();
    await does(replica, { type: 'CloseAccount', aggregate_id: ACCOUNT, payload: {}, expected_version: 1 });
    expect(asked).toBe(before);
  });

  it('says that it failed, and is asked again all the same', async () => {
    const replica = await desk({ attached: false }).openTab();
    await does(replica, openAccount);
    const query = replica.live(['position'], async () => {
      const position = await replica.state('position', positionId(1));
      if (position === undefined) throw new Error('not there');
      return position.version;
    });
    const lookAway = effect(() => void query.value);
    await until('it failed', () => query.peek().status === 'failed');
    await does(replica, createPosition(1));
    await until('it is there', () => query.peek().status === 'ready');
    expect(query.peek()).toEqual({ status: 'ready', value: 1 });
    lookAway();
  });
});
