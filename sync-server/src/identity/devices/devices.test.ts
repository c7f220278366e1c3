import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { StorageFault } from '../../workspace/index.ts';
import type { Visitor } from '../testing/identityBench.ts';
import { devicesBench, type DevicesBench, type Tokens } from './testing/bench.ts';

describe('the list', () => {
  test("shows one's own devices, newest first, and no one else's", async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const other = await bench.join(trader, 'Colleague', 'member');
    await bench.paired(trader, { name: 'Desk' });
    bench.sleep(1_000);
    await bench.paired(trader, { kind: 'phone', name: 'Pocket', scope: 'read' });
    expect(await bench.listed(trader)).toMatchObject([
      { kind: 'phone', name: 'Pocket', scope: 'read', workspace_id: 'main', used_at: null, used_from: null, revoked_at: null },
      { kind: 'extension', name: 'Desk', scope: 'write' },
    ]);
    expect(await bench.listed(other)).toEqual([]);
  });

  test('says when and from where a device was last used, to the minute', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const { access_token } = await bench.paired(trader);
    const usedFrom = async (address: string): Promise<unknown> => {
      await bench.reads(access_token, address);
      const [{ used_at, used_from }] = await bench.listed(trader);
      return [used_at.slice(11, 19), used_from];
    };
    expect(await usedFrom('192.0.2.1')).toEqual(['10:30:00', '192.0.2.1']);
    bench.sleep(59_999);
    expect(await usedFrom('192.0.2.2')).toEqual(['10:30:00', '192.0.2.1']);
    bench.sleep(1);
    expect(await usedFrom('192.0.2.2')).toEqual(['10:31:00', '192.0.2.2']);
  });

  test('is no reason to turn a device away when the disk is full', async () => {
    const bench = devicesBench();
    const { access_token } = await bench.paired(await bench.claim('Trader'));
    Object.assign(bench.sql, {
      run() {
        throw new StorageFault('full', 'no space left');
      },
    });
    expect((await bench.reads(access_token)).status).toBe(200);
  });

  test('loses the devices of somebody who was removed, and they lose their way in', async () => {
    const bench = devicesBench();
    const owner = await bench.claim('Trader');
    const member = await bench.join(owner, 'Colleague', 'member');
    const { access_token, refresh_token } = await bench.paired(member);
    await member.call('POST', '/api/identity/workspaces/main/leave');
    expect(await bench.listed(member)).toEqual([]);
    expect((await bench.reads(access_token)).status).toBe(401);
    expect((await bench.refreshes(refresh_token)).status).toBe(401);
  });
});

test('a device is renamed, and the record keeps both names', async () => {
  const bench = devicesBench();
  const trader = await bench.claim('Trader');
  await bench.paired(trader);
  const [{ id }] = await bench.listed(trader);
  const renamed = await trader.call('PATCH', `/api/identity/devices/${id}`, { name: 'Second screen' });
  expect(renamed).toMatchObject({ status: 200, body: { id, name: 'Second screen' } });
  expect(await bench.listed(trader)).toMatchObject([{ name: 'Second screen' }]);
  expect(await bench.lastRecord(trader)).toMatchObject({
    type: 'device_renamed',
    details: { before: 'Chart panel', name: 'Second screen' },
  });
});

describe('a revoked device', () => {
  test('is shut out at once and for good, and stays in the list as such', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const { access_token, refresh_token } = await bench.paired(trader);
    const [{ id }] = await bench.listed(trader);
    // Whoever lost a phone should not have to look for a password first.
    bench.sleep(11 * 60_000);
    const revoked = await trader.call('POST', `/api/identity/devices/${id}/revoke`);
    expect(revoked).toMatchObject({ status: 200, body: { id, revoked_at: '2025-02-05T10:41:00.000Z' } });
    expect((await bench.reads(access_token)).status).toBe(401);
    expect((await bench.refreshes(refresh_token)).status).toBe(401);
    expect(await bench.lastRecord(trader)).toMatchObject({ type: 'device_revoked', details: { device_id: id, name: 'Chart panel' } });

    bench.sleep(1_000);
    expect((await trader.call('POST', `/api/identity/devices/${id}/revoke`)).body).toEqual(revoked.body);
    expect(await bench.lastRecord(trader)).toMatchObject({ at: '2025-02-05T10:41:00.000Z' });
    expect(await bench.listed(trader)).toEqual([revoked.body]);
  });

  test('leaves the others alone', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const { access_token } = await bench.paired(trader);
    bench.sleep(1);
    await bench.paired(trader);
    const [{ id }] = await bench.listed(trader);
    await trader.call('POST', `/api/identity/devices/${id}/revoke`);
    expect((await bench.reads(access_token)).status).toBe(200);
  });
});

/** What becomes of a stream within a time. */
async function fateOf(stream: Response, withinMs: number): Promise<'cut' | 'open'> {
  const waiting = new AbortController();
  const cut = stream.text().then(
    () => 'cut' as const,
    () => 'cut' as const,
  );
  const fate = await Promise.race([cut, sleep(withinMs, 'open' as const, { signal: waiting.signal })]);
  waiting.abort();
  return fate;
}

describe('a stream is cut within a second, and does not open again', () => {
  const endings: readonly [string, (bench: DevicesBench, member: Visitor, lost: Tokens) => Promise<unknown>][] = [
    [
      'when its device is revoked',
      async (bench, member) => {
        const devices: { readonly id: string; readonly name: string }[] = await bench.listed(member);
        const { id } = devices.find(({ name }) => name === 'Lost')!;
        return member.call('POST', `/api/identity/devices/${id}/revoke`);
      },
    ],
    [
      'when a refresh token of its device was stolen',
      async (bench, _, { refresh_token }) => {
        const { body } = await bench.refreshes(refresh_token);
        await bench.refreshes(body.refresh_token);
        return bench.refreshes(refresh_token);
      },
    ],
    ['when its trader leaves the workspace', (_, member) => member.call('POST', '/api/identity/workspaces/main/leave')],
  ];

  test.each(endings)('%s', async (_, end) => {
    const bench = devicesBench();
    const owner = await bench.claim('Trader');
    const member = await bench.join(owner, 'Colleague', 'member');
    const [kept, lost] = [await bench.paired(owner), await bench.paired(member, { name: 'Lost' })];
    const port = await bench.listen();
    const follow = ({ access_token }: Tokens): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}/sse/events`, { headers: { authorization: `Bearer ${access_token}` } });
    const [keptStream, lostStream] = [await follow(kept), await follow(lost)];
    expect([keptStream.status, lostStream.status]).toEqual([200, 200]);
    await end(bench, member, lost);
    expect(await fateOf(lostStream, 1_000)).toBe('cut');
    expect(await fateOf(keptStream, 50)).toBe('open');
    expect((await follow(lost)).status).toBe(401);
  });
});

test("nobody else's device can be looked at, renamed or revoked", async () => {
  const bench = devicesBench();
  const owner = await bench.claim('Trader');
  const member = await bench.join(owner, 'Colleague', 'member');
  await bench.paired(member);
  const [{ id }] = await bench.listed(member);
  expect((await owner.call('PATCH', `/api/identity/devices/${id}`, { name: 'Mine' })).status).toBe(404);
  expect((await owner.call('POST', `/api/identity/devices/${id}/revoke`)).status).toBe(404);
  expect(await bench.listed(member)).toMatchObject([{ name: 'Chart panel', revoked_at: null }]);
});

describe('the tables themselves refuse', () => {
  test.each([
    ["UPDATE device SET scope = 'write'", 'fixed when it is paired'],
    ["UPDATE device SET workspace_id = 'other'", 'fixed when it is paired'],
    ['UPDATE device SET revoked_at = NULL', 'stays revoked'],
  ])('%s', async (statement, reason) => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    await bench.paired(trader, { scope: 'read' });
    const [{ id }] = await bench.listed(trader);
    await trader.call('POST', `/api/identity/devices/${id}/revoke`);
    expect(() => bench.sql.run(statement)).toThrow(reason);
  });
});
