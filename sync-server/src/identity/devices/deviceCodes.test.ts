import { describe, expect, test } from 'vitest';
import type { Answered } from '../../http/testing/caller.ts';
import { devicesBench } from './testing/bench.ts';

const MINUTE_MS = 60_000;
const INTERVAL_MS = 5_000;

describe('a device that shows a code', () => {
  test('is let in by whoever types it, where they said, with what it asked for', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const asked = await bench.stranger.call('POST', '/api/identity/device-codes', {
      kind: 'extension',
      name: 'Chart panel',
      scope: 'read',
    });
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ verification_uri: 'http://localhost:8787/pair', expires_in: 600, interval: 5 });
    const { user_code, device_code } = asked.body;

    const looked = await trader.call('GET', `/api/identity/device-codes/${user_code.toLowerCase().replace('-', '')}`);
    expect(looked.body).toEqual({
      kind: 'extension',
      name: 'Chart panel',
      scope: 'read',
      address: '192.0.2.1',
      expires_at: '2025-02-05T10:40:00.000Z',
    });
    expect(await bench.collects(device_code)).toMatchObject({ status: 422, body: { code: 'authorization_pending' } });

    expect((await bench.approves(trader, user_code)).status).toBe(204);
    const { status, body } = await bench.collects(device_code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    expect((await bench.reads(body.access_token)).status).toBe(200);
    expect(await bench.lastRecord(trader)).toMatchObject({
      type: 'device_paired',
      workspace_id: 'main',
      details: { name: 'Chart panel', scope: 'read' },
    });
  });

  test('that was turned away is told so once, and it is on the record', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const { user_code, device_code } = await bench.asks();
    expect((await trader.call('POST', `/api/identity/device-codes/${user_code}/deny`)).status).toBe(204);
    expect((await bench.collects(device_code)).body.code).toBe('access_denied');
    expect((await bench.collects(device_code)).body.code).toBe('expired_token');
    expect(await bench.lastRecord(trader)).toMatchObject({ type: 'device_refused', details: { name: 'Chart panel' } });
  });

  test('that asks too often is told to slow down, and waits longer from then on', async () => {
    const bench = devicesBench();
    const { device_code } = await bench.asks();
    const codeAfter = async (ms: number): Promise<string> => {
      bench.sleep(ms);
      return (await bench.collects(device_code)).body.code;
    };
    expect(await codeAfter(0)).toBe('authorization_pending');
    expect(await codeAfter(INTERVAL_MS - 1)).toBe('slow_down');
    expect(await codeAfter(INTERVAL_MS)).toBe('slow_down');
    expect(await codeAfter(3 * INTERVAL_MS)).toBe('authorization_pending');
  });

  test('is too late after ten minutes, approved or not', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const waiting = await bench.asks();
    const approved = await bench.asks();
    await bench.approves(trader, approved.user_code);
    bench.sleep(10 * MINUTE_MS);
    expect((await bench.collects(waiting.device_code)).body.code).toBe('expired_token');
    expect((await bench.collects(approved.device_code)).body.code).toBe('expired_token');
    expect((await trader.call('GET', `/api/identity/device-codes/${waiting.user_code}`)).body.code).toBe('not_waiting');
  });

  test.each([[''], ['x'.repeat(61)], ['Chart\u202Elenap'], ['two\nlines']])('is refused the name %j', async (name) => {
    const bench = devicesBench();
    const asked = await bench.stranger.call('POST', '/api/identity/device-codes', { kind: 'extension', name });
    expect(asked).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });
});

describe('who may let a device in', () => {
  test('nobody who is not signed in, no token, and nobody whose proof is old', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const { user_code } = await bench.asks();
    const { access_token } = await bench.paired(trader);
    const path = `/api/identity/device-codes/${user_code}/approve`;
    const body = { workspace_id: 'main' };
    expect((await bench.stranger.call('POST', path, body)).body.code).toBe('sign_in_needed');
    expect((await bench.visitor({ token: access_token }).call('POST', path, body)).body.code).toBe('session_needed');
    bench.sleep(11 * MINUTE_MS);
    const late = await bench.asks();
    expect((await bench.approves(trader, late.user_code)).body.code).toBe('re_authentication_needed');
  });

  test('nobody into a workspace of others', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const colleague = await bench.join(trader, 'Colleague', 'member');
    await colleague.call('POST', '/api/identity/workspaces', { id: 'other' });
    const { user_code, device_code } = await bench.asks();
    for (const elsewhere of ['other', 'none', '__proto__', '../main']) {
      expect(await bench.approves(trader, user_code, elsewhere)).toMatchObject({ status: 404, body: { code: 'no_such_workspace' } });
    }
    expect((await bench.collects(device_code)).body.code).toBe('authorization_pending');
  });

  test('nobody who has been removed before the device came for its tokens', async () => {
    const bench = devicesBench();
    const owner = await bench.claim('Trader');
    const member = await bench.join(owner, 'Colleague', 'member');
    const { user_code, device_code } = await bench.asks();
    await bench.approves(member, user_code);
    await member.call('POST', '/api/identity/workspaces/main/leave');
    expect((await bench.collects(device_code)).body.code).toBe('access_denied');
  });
});

describe('many at the same instant', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index);

  test('a hundred that collect: one gets tokens', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const { user_code, device_code } = await bench.asks();
    await bench.approves(trader, user_code);
    const answers = await Promise.all(hundred.map(() => bench.collects(device_code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'expired_token')).toHaveLength(99);
    expect((await trader.call('GET', '/api/identity/devices')).body.devices).toHaveLength(1);
  });

  test('a hundred that approve, of two people: one does', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const people = [trader, await bench.join(trader, 'Colleague', 'member')];
    const { user_code } = await bench.asks();
    const answers = await Promise.all(hundred.map((index) => bench.approves(people[index % 2]!, user_code)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});

describe('guessing', () => {
  test('codes that were never given out, that are over, and that are decided get the same answer', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const over = await bench.asks();
    bench.sleep(10 * MINUTE_MS - 1);
    const decided = await bench.asks();
    await trader.call('POST', `/api/identity/device-codes/${decided.user_code}/deny`);
    bench.sleep(1);
    const answers = await Promise.all(
      ['BBBB-BBBB', over.user_code, decided.user_code, 'nonsense'].map((code) => trader.call('GET', `/api/identity/device-codes/${code}`)),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  });

  test('after five misses nobody finds anything, not by any door, until a quarter of an hour has passed', async () => {
    const bench = devicesBench();
    const guesser = await bench.claim('Trader');
    const other = await bench.join(guesser, 'Colleague', 'member');
    await Promise.all(Array.from({ length: 5 }, () => guesser.call('GET', '/api/identity/device-codes/BBBB-BBBB')));
    const { user_code } = await bench.asks();
    const locked = await guesser.call('GET', `/api/identity/device-codes/${user_code}`);
    expect(locked).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await bench.approves(guesser, user_code)).status).toBe(429);
    expect((await guesser.call('POST', `/api/identity/device-codes/${user_code}/deny`)).status).toBe(429);
    expect((await other.call('GET', `/api/identity/device-codes/${user_code}`)).status).toBe(200);
    bench.sleep(15 * MINUTE_MS);
    const { user_code: next } = await bench.asks();
    expect((await guesser.call('GET', `/api/identity/device-codes/${next}`)).status).toBe(200);
  });

  test('finding what is there never locks anybody out', async () => {
    const bench = devicesBench();
    const trader = await bench.claim('Trader');
    const { user_code } = await bench.asks();
    for (let look = 0; look < 20; look++) {
      expect((await trader.call('GET', `/api/identity/device-codes/${user_code}`)).status).toBe(200);
    }
  });

  test('from one address ten devices wait at most, until the first of them is over', async () => {
    const bench = devicesBench();
    for (let device = 0; device < 10; device++) await bench.asks();
    const eleventh = await bench.stranger.call('POST', '/api/identity/device-codes', { kind: 'script', name: 'Flood' });
    expect(eleventh).toMatchObject({ status: 429, body: { code: 'too_many_pairings' } });
    expect(eleventh.headers.get('retry-after')).toBe('600');
    bench.sleep(10 * MINUTE_MS);
    expect(await bench.asks()).toHaveProperty('user_code');
  });

  test('from however many addresses a thousand wait at most', async () => {
    const bench = devicesBench();
    const asksFrom = (address: string): Promise<Answered> =>
      bench.visitor({ address }).call('POST', '/api/identity/device-codes', { kind: 'script', name: 'Flood' });
    const answers = await Promise.all(Array.from({ length: 1_001 }, (_, index) => asksFrom(`2001:db8::${index}`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1_000);
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'too_many_pairings', details: { limit: 1_000 } } });
  });
});
