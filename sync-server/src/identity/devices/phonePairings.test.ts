import { describe, expect, test } from 'vitest';
import type { Answered } from '../../http/testing/caller.ts';
import type { Visitor } from '../testing/identityBench.ts';
import { devicesBench, type DevicesBench } from './testing/bench.ts';

const offered = async (desk: Visitor): Promise<{ readonly id: string; readonly secret: string }> =>
  (await desk.call('POST', '/api/identity/phone-pairings', { workspace_id: 'main' })).body;

const brings = (bench: DevicesBench, secret: string, name = 'Pocket'): Promise<Answered> =>
  bench.stranger.call('POST', '/api/identity/phone-pairings/redeem', { secret, name });

const looked = async (desk: Visitor, id: string) => (await desk.call('GET', `/api/identity/phone-pairings/${id}`)).body;

const confirmed = (desk: Visitor, id: string): Promise<Answered> => desk.call('POST', `/api/identity/phone-pairings/${id}/confirm`);

describe('a phone that reads the code from the desk', () => {
  test('is let in once the desk has seen it wait and the digits are equal', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const { id, secret } = await offered(desk);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await looked(desk, id)).toEqual({ state: 'unused' });

    const { status, body: phone } = await brings(bench, secret);
    expect(status).toBe(201);
    expect(phone).toMatchObject({ digits: expect.stringMatching(/^\d{3} \d{3}$/), expires_in: 120, interval: 5 });
    expect(await looked(desk, id)).toEqual({ state: 'waiting', name: 'Pocket', address: '192.0.2.1', digits: phone.digits });
    expect((await bench.collects(phone.device_code)).body.code).toBe('authorization_pending');

    expect((await confirmed(desk, id)).status).toBe(204);
    const { body: tokens } = await bench.collects(phone.device_code);
    expect((await bench.reads(tokens.access_token)).status).toBe(200);
    expect(await looked(desk, id)).toEqual({ state: 'over' });
    expect(await bench.lastRecord(desk)).toMatchObject({
      type: 'device_paired',
      details: { kind: 'phone', name: 'Pocket', scope: 'write' },
    });
  });

  test('may be turned away, and is told', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const { id, secret } = await offered(desk);
    const { body: phone } = await brings(bench, secret);
    expect((await desk.call('POST', `/api/identity/phone-pairings/${id}/deny`)).status).toBe(204);
    expect((await bench.collects(phone.device_code)).body.code).toBe('access_denied');
    expect(await bench.lastRecord(desk)).toMatchObject({ type: 'device_refused', details: { kind: 'phone', name: 'Pocket' } });
  });

  test('comes too late after two minutes', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const { id, secret } = await offered(desk);
    bench.sleep(120_000);
    expect((await brings(bench, secret)).body.code).toBe('expired_token');
    expect(await looked(desk, id)).toEqual({ state: 'over' });
    expect((await confirmed(desk, id)).body.code).toBe('not_waiting');
  });

  test('has two more minutes to be confirmed, whatever other people begin meanwhile', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const other = await bench.join(desk, 'Colleague', 'member');
    const { id, secret } = await offered(desk);
    bench.sleep(119_000);
    const { body: phone } = await brings(bench, secret);
    bench.sleep(60_000);
    await offered(other);
    expect((await confirmed(desk, id)).status).toBe(204);
    expect((await bench.collects(phone.device_code)).status).toBe(200);
  });
});

describe('a code that somebody else has read as well', () => {
  test('lets nobody in once it was brought twice', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const { id, secret } = await offered(desk);
    const { body: first } = await brings(bench, secret, 'Thief');
    expect((await brings(bench, secret)).body.code).toBe('code_taken');
    expect((await confirmed(desk, id)).body.code).toBe('not_waiting');
    expect((await bench.collects(first.device_code)).body.code).toBe('access_denied');
  });

  test('brought a hundred times at the same instant: one waits, and not for long', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const { id, secret } = await offered(desk);
    const answers = await Promise.all(Array.from({ length: 100 }, () => brings(bench, secret)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await looked(desk, id)).toEqual({ state: 'over' });
  });

  test('never shows the same digits for another phone', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const digits = new Set<string>();
    for (let turn = 0; turn < 5; turn++) {
      const { secret } = await offered(desk);
      digits.add((await brings(bench, secret)).body.digits);
    }
    expect(digits.size).toBe(5);
  });

  test('is worth nothing once a new one is shown', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    const before = await offered(desk);
    const { body: phone } = await brings(bench, before.secret);
    await offered(desk);
    expect((await confirmed(desk, before.id)).body.code).toBe('not_waiting');
    expect((await bench.collects(phone.device_code)).body.code).toBe('access_denied');
  });
});

describe('only somebody who has just shown who they are', () => {
  test('begins to pair a phone, or lets it in', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    bench.sleep(9 * 60_000);
    const { id, secret } = await offered(desk);
    await brings(bench, secret);
    bench.sleep(60_000);
    expect((await confirmed(desk, id)).body.code).toBe('re_authentication_needed');
    expect((await desk.call('POST', '/api/identity/phone-pairings', { workspace_id: 'main' })).body.code).toBe('re_authentication_needed');
  });

  test('and not into a workspace of others', async () => {
    const bench = devicesBench();
    const desk = await bench.claim('Trader');
    expect(await desk.call('POST', '/api/identity/phone-pairings', { workspace_id: 'other' })).toMatchObject({
      status: 404,
      body: { code: 'no_such_workspace' },
    });
  });
});

test('a phone that finds too many waiting can bring its code again', async () => {
  const bench = devicesBench();
  const { secret } = await offered(await bench.claim('Trader'));
  for (let device = 0; device < 10; device++) await bench.asks();
  expect((await brings(bench, secret)).body.code).toBe('too_many_pairings');
  const elsewhere = bench.visitor({ address: '192.0.2.77' });
  const brought = await elsewhere.call('POST', '/api/identity/phone-pairings/redeem', { secret, name: 'Pocket' });
  expect(brought.status).toBe(201);
});

test("somebody else's pairing cannot be seen, confirmed or denied", async () => {
  const bench = devicesBench();
  const desk = await bench.claim('Trader');
  const other = await bench.join(desk, 'Colleague', 'member');
  const { id, secret } = await offered(desk);
  await brings(bench, secret);
  expect((await other.call('GET', `/api/identity/phone-pairings/${id}`)).status).toBe(404);
  expect((await confirmed(other, id)).body.code).toBe('not_waiting');
  expect((await other.call('POST', `/api/identity/phone-pairings/${id}/deny`)).status).toBe(404);
  expect((await looked(desk, id)).state).toBe('waiting');
});

test.each(['A'.repeat(43), '', 'short', '../../etc', 7])('the secret %j opens nothing', async (secret) => {
  const bench = devicesBench();
  await offered(await bench.claim('Trader'));
  const { status } = await bench.stranger.call('POST', '/api/identity/phone-pairings/redeem', { secret, name: 'Guess' });
  expect(status).toBe(secret === 'A'.repeat(43) ? 422 : 400);
});
