import { describe, expect, test } from 'vitest';
import type { Answered } from '../../http/testing/caller.ts';
import { devicesBench, type DevicesBench } from './testing/bench.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

async function pairedBench(wish: { readonly scope?: string } = {}) {
  const bench = devicesBench();
  const trader = await bench.claim('Trader');
  return { bench, trader, ...(await bench.paired(trader, wish)) };
}

const command = { command_id: 'c', type: 'RecordFill', aggregate_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90', payload: {} };

const reads = async (bench: DevicesBench, accessToken: string): Promise<number> => (await bench.reads(accessToken)).status;

const writes = (bench: DevicesBench, accessToken: string, more: object = {}): Promise<Answered> =>
  bench.visitor({ token: accessToken }).call('POST', '/api/commands', { commands: [command], ...more });

describe('an access token', () => {
  test('is good for a quarter of an hour', async () => {
    const { bench, access_token } = await pairedBench();
    bench.sleep(15 * MINUTE_MS - 1);
    expect(await reads(bench, access_token)).toBe(200);
    bench.sleep(1);
    expect(await reads(bench, access_token)).toBe(401);
  });

  test('is not a refresh token, nor the other way round', async () => {
    const { bench, access_token, refresh_token } = await pairedBench();
    expect(await reads(bench, refresh_token)).toBe(401);
    expect((await bench.refreshes(access_token)).status).toBe(401);
  });

  test('cannot write when it may only read, whatever it says of itself', async () => {
    const { bench, access_token } = await pairedBench({ scope: 'read' });
    for (const more of [{}, { scope: 'write' }]) {
      expect(await writes(bench, access_token, more)).toMatchObject({ status: 403, body: { code: 'scope_needed' } });
    }
    expect(await reads(bench, access_token)).toBe(200);
  });

  test('opens nothing that makes tokens, lets devices in or shows them', async () => {
    const { bench, access_token } = await pairedBench();
    const device = bench.visitor({ token: access_token });
    const { user_code } = await bench.asks();
    const forPersons: readonly [string, string, object?][] = [
      ['POST', '/api/identity/script-tokens', { name: 'More', workspace_id: 'main', scope: 'write' }],
      ['POST', '/api/identity/phone-pairings', { workspace_id: 'main' }],
      ['POST', `/api/identity/device-codes/${user_code}/approve`, { workspace_id: 'main' }],
      ['GET', `/api/identity/device-codes/${user_code}`],
      ['GET', '/api/identity/devices'],
    ];
    const answers = await Promise.all(forPersons.map(([method, path, body]) => device.call(method, path, body)));
    expect(answers.map(({ body }) => body.code)).toEqual(forPersons.map(() => 'session_needed'));
  });
});

describe('a refresh token', () => {
  test('is exchanged for new tokens of the same scope, which work as the first did', async () => {
    const { bench, refresh_token } = await pairedBench({ scope: 'read' });
    bench.sleep(20 * MINUTE_MS);
    const { status, body } = await bench.refreshes(refresh_token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    expect(await reads(bench, body.access_token)).toBe(200);
    expect((await writes(bench, body.access_token)).body.code).toBe('scope_needed');
    expect((await bench.refreshes(body.refresh_token)).status).toBe(200);
  });

  test('takes no wish for a wider scope', async () => {
    const { bench, refresh_token } = await pairedBench({ scope: 'read' });
    const path = '/api/identity/device-tokens/refresh';
    expect((await bench.stranger.call('POST', path, { refresh_token, scope: 'write' })).status).toBe(400);
  });

  test('is good for 60 days, and its successor for 60 more', async () => {
    const { bench, refresh_token } = await pairedBench();
    bench.sleep(60 * DAY_MS - 1);
    const { body } = await bench.refreshes(refresh_token);
    bench.sleep(60 * DAY_MS - 1);
    const next = await bench.refreshes(body.refresh_token);
    expect(next.status).toBe(200);
    bench.sleep(60 * DAY_MS);
    expect(await bench.refreshes(next.body.refresh_token)).toMatchObject({ status: 401, body: { code: 'pairing_needed' } });
  });

  test('leaves nothing behind of tokens that have ended', async () => {
    const { bench, refresh_token } = await pairedBench();
    let next = refresh_token;
    for (let turn = 0; turn < 10; turn++) {
      bench.sleep(10 * DAY_MS);
      next = (await bench.refreshes(next)).body.refresh_token;
    }
    // Five that were spent and would still be good, the one to be spent next, and one access token.
    expect(bench.sql.all('SELECT hash FROM device_token')).toHaveLength(7);
  });

  test('sent again because the answer was lost gets the same answer for half a minute', async () => {
    const { bench, refresh_token } = await pairedBench();
    const lost = await bench.refreshes(refresh_token);
    bench.sleep(30_000);
    const again = await bench.refreshes(refresh_token);
    expect(again.body).toEqual({ ...lost.body, expires_in: 870 });
    expect(await reads(bench, again.body.access_token)).toBe(200);
  });

  test('sent a hundred times at the same instant makes one pair of tokens', async () => {
    const { bench, refresh_token } = await pairedBench();
    const answers = await Promise.all(Array.from({ length: 100 }, () => bench.refreshes(refresh_token)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await reads(bench, answers[0]!.body.access_token)).toBe(200);
    expect((await bench.refreshes(answers[0]!.body.refresh_token)).status).toBe(200);
  });

  test.each([
    ['later than that', async (bench: DevicesBench) => bench.sleep(30_001)],
    ['after its successor was used', async (bench: DevicesBench, successor: string) => void (await bench.refreshes(successor))],
  ])('sent again %s was stolen: the device is revoked with all its tokens', async (_, meanwhile) => {
    const { bench, trader, refresh_token } = await pairedBench();
    const { body } = await bench.refreshes(refresh_token);
    await meanwhile(bench, body.refresh_token);
    expect(await bench.refreshes(refresh_token)).toMatchObject({ status: 401, body: { code: 'pairing_needed' } });
    expect(await reads(bench, body.access_token)).toBe(401);
    expect((await bench.refreshes(body.refresh_token)).status).toBe(401);
    expect(await bench.lastRecord(trader)).toMatchObject({ type: 'refresh_token_reused', details: { name: 'Chart panel' } });
    const { devices } = (await trader.call('GET', '/api/identity/devices')).body;
    expect(devices[0].revoked_at).not.toBeNull();
  });
});

test('a token for a script works until it is revoked, and is shown once', async () => {
  const bench = devicesBench();
  const trader = await bench.claim('Trader');
  const { status, body } = await trader.call('POST', '/api/identity/script-tokens', {
    name: 'Nightly',
    workspace_id: 'main',
    scope: 'read',
  });
  expect(status).toBe(201);
  bench.sleep(400 * DAY_MS);
  expect(await reads(bench, body.token)).toBe(200);
  expect((await writes(bench, body.token)).body.code).toBe('scope_needed');
  expect(body.device).toMatchObject({ kind: 'script', name: 'Nightly', scope: 'read' });
  expect(JSON.stringify(body.device)).not.toContain(body.token);
});

test.each([
  ['no workspace of theirs', { name: 'Nightly', workspace_id: 'other', scope: 'read' }, 404],
  ['no scope', { name: 'Nightly', workspace_id: 'main' }, 400],
  ['a scope there is not', { name: 'Nightly', workspace_id: 'main', scope: 'admin' }, 400],
])('a script gets no token with %s', async (_, body, status) => {
  const bench = devicesBench();
  const trader = await bench.claim('Trader');
  expect((await trader.call('POST', '/api/identity/script-tokens', body)).status).toBe(status);
});

test('nobody who reads the registry finds a token in it, nor what would yield one', async () => {
  const { bench, access_token, refresh_token } = await pairedBench();
  const { body } = await bench.refreshes(refresh_token);
  const kept = JSON.stringify([
    bench.sql.all('SELECT * FROM device'),
    bench.sql.all('SELECT * FROM device_token'),
    bench.sql.all('SELECT * FROM audit'),
  ]);
  for (const secret of [access_token, refresh_token, body.access_token, body.refresh_token]) expect(kept).not.toContain(secret);
});
