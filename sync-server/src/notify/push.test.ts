import { beforeEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../identity/testing/identityBench.ts';
import { receiver } from './testing/receiver.ts';
import { noticeDesk } from './testing/noticeBench.ts';

const bench = noticeDesk();
let owner: Visitor;
beforeEach(async () => {
  owner = await bench().claim('Owner');
});

const scriptOf = async (visitor: Visitor) => {
  const { body } = await visitor.call('POST', '/api/identity/script-tokens', { name: 'Script', workspace_id: 'main', scope: 'write' });
  return { id: body.device.id as string, visitor: bench().visitor({ token: body.token }) };
};
/** Any notice will do. */
const tellSomething = () => scriptOf(owner);
const waiting = () => bench().sql.all('SELECT * FROM push_waiting');
const subscriptions = () => bench().sql.all('SELECT * FROM push_subscription');

const HOUR_MS = 3_600_000;

describe('a push', () => {
  it('brings a notice to the devices that want its kind, and says what is unread', async () => {
    const desk = await bench().browserOf(owner);
    const other = await bench().browserOf(await bench().join(owner, 'Member', 'member'));
    await tellSomething();
    await bench().ring();
    expect(desk.received).toMatchObject([
      {
        push: { says: 'notice', notice: { kind: 'device_paired', params: { name: 'Script' }, read_at: null }, unread: 2 },
        headers: {
          'content-encoding': 'aes128gcm',
          ttl: '86400',
          urgency: 'high',
          authorization: expect.stringMatching(/^vapid t=.+, k=.+$/),
        },
      },
    ]);
    expect(other.received).toEqual([]);
    expect(waiting()).toEqual([]);
  });

  it('is not sent for a kind that a device left out, nor for one that is quiet by itself', async () => {
    const desk = await bench().browserOf(owner, { device_paired: false });
    await bench().join(owner, 'Member', 'member');
    await tellSomething();
    await bench().ring();
    expect(desk.received).toEqual([]);
    expect((await bench().feed(owner)).map(({ kind }) => kind)).toEqual(['device_paired', 'member_joined']);
  });

  it('waits for the end of quiet hours, and then says how many there were', async () => {
    const desk = await bench().browserOf(owner);
    const quiet_hours = { from: '10:00', to: '12:00', zone: 'UTC' };
    await owner.call('PUT', '/api/notices/choices', { in_feed: {}, quiet_hours });
    await tellSomething();
    await tellSomething();
    await bench().ring();
    expect(desk.received).toEqual([]);
    expect((await bench().feed(owner)).length).toBe(2);
    bench().sleep(1.5 * HOUR_MS);
    await bench().ring();
    expect(desk.received.map(({ push }) => push)).toEqual([{ says: 'several', count: 2, unread: 2 }]);
  });

  it('goes out when quiet hours are called off, and never when it was read meanwhile', async () => {
    const desk = await bench().browserOf(owner);
    await owner.call('PUT', '/api/notices/choices', { in_feed: {}, quiet_hours: { from: '10:00', to: '12:00', zone: 'UTC' } });
    await tellSomething();
    const [read] = await bench().feed(owner);
    await tellSomething();
    await owner.call('POST', '/api/notices/read', { ids: [read!.id] });
    await owner.call('PUT', '/api/notices/choices', { in_feed: {}, quiet_hours: null });
    await bench().ring();
    expect(desk.received.map(({ push }) => push)).toMatchObject([{ says: 'notice', unread: 1 }]);
    expect(waiting()).toEqual([]);
  });

  it('is tried again while its service has trouble, and is no news after a day', async () => {
    const desk = await bench().browserOf(owner);
    desk.answer = { status: 503, retryAfter: undefined };
    await tellSomething();
    await bench().ring();
    desk.answer = new Error('nobody answers');
    bench().sleep(60_000);
    await bench().ring();
    expect(bench().failures).toEqual([
      expect.stringContaining('https://push.example.org answered a push with 503'),
      expect.stringContaining('nobody answers'),
    ]);
    desk.answer = { status: 201, retryAfter: undefined };
    bench().sleep(2 * 60_000);
    await bench().ring();
    expect(desk.received).toHaveLength(1);

    desk.answer = { status: 500, retryAfter: undefined };
    await tellSomething();
    await bench().ring();
    desk.answer = { status: 201, retryAfter: undefined };
    bench().sleep(25 * HOUR_MS);
    await bench().ring();
    expect(desk.received).toHaveLength(1);
    expect(waiting()).toEqual([]);
  });

  it('is tried again when the service says, without a word to the log', async () => {
    const desk = await bench().browserOf(owner);
    desk.answer = { status: 429, retryAfter: '300' };
    await tellSomething();
    await bench().ring();
    desk.answer = { status: 201, retryAfter: undefined };
    bench().sleep(299_000);
    await bench().ring();
    expect(desk.received).toEqual([]);
    bench().sleep(1_000);
    await bench().ring();
    expect(desk.received).toHaveLength(1);
    expect(bench().failures).toEqual([]);
  });

  it.each([404, 410])('ends a subscription that its service answers with %d', async (status) => {
    const desk = await bench().browserOf(owner);
    desk.answer = { status, retryAfter: undefined };
    await tellSomething();
    await bench().ring();
    expect(subscriptions()).toEqual([]);
    expect((await owner.call('GET', '/api/notices/push')).body.subscription).toBeNull();
  });

  it.each([301, 400, 403, 413])('that is not taken (%d) is dropped and not asked again', async (status) => {
    const desk = await bench().browserOf(owner);
    desk.answer = { status, retryAfter: undefined };
    await tellSomething();
    await bench().ring();
    expect(bench().failures).toEqual([expect.stringContaining(`answered a push with ${status}`)]);
    expect(waiting()).toEqual([]);
  });

  it('of one device waits for no other', async () => {
    const [desk, phone] = [await bench().browserOf(owner), await bench().browserOf((await scriptOf(owner)).visitor)];
    desk.answer = new Error('nobody answers');
    await tellSomething();
    await bench().ring();
    expect(phone.received).toHaveLength(1);
  });

  it('can be tried out, also in quiet hours', async () => {
    expect(await owner.call('POST', '/api/notices/push/test')).toMatchObject({ status: 422, body: { code: 'not_subscribed' } });
    const desk = await bench().browserOf(owner);
    await owner.call('PUT', '/api/notices/choices', { in_feed: {}, quiet_hours: { from: '10:00', to: '12:00', zone: 'UTC' } });
    expect((await owner.call('POST', '/api/notices/push/test')).status).toBe(202);
    await bench().ring();
    expect(desk.received.map(({ push }) => push)).toEqual([{ says: 'test', unread: 0 }]);
  });
});

describe('a subscription', () => {
  it('is that of one device, and shown to it alone', async () => {
    await bench().browserOf(owner, { member_joined: true });
    expect((await owner.call('GET', '/api/notices/push')).body.subscription).toMatchObject({ kinds: { member_joined: true } });
    const elsewhere = bench().visitor();
    await elsewhere.call('POST', '/api/identity/sign-in', { name: 'Owner', password: 'four words in a row' });
    expect((await elsewhere.call('GET', '/api/notices/push')).body.subscription).toBeNull();
    await elsewhere.call('DELETE', '/api/notices/push');
    expect(subscriptions()).toHaveLength(1);
    await owner.call('DELETE', '/api/notices/push');
    expect(subscriptions()).toEqual([]);
  });

  it('is made anew in place of the one before, and follows a browser to who sits there now', async () => {
    const first = await bench().browserOf(owner);
    await bench().browserOf(owner);
    expect(subscriptions()).toHaveLength(1);
    const member = await bench().join(owner, 'Member', 'member');
    await owner.call('PUT', '/api/notices/push', { ...first.subscription, kinds: {} });
    await member.call('PUT', '/api/notices/push', { ...first.subscription, kinds: {} });
    expect(subscriptions()).toHaveLength(1);
    expect((await owner.call('GET', '/api/notices/push')).body.subscription).toBeNull();
  });

  it('moves with its browser, and keeps what was chosen', async () => {
    const place = { endpoint: 'https://push.example.org/moved', keys: receiver().keys };
    expect(await owner.call('PUT', '/api/notices/push/place', place)).toMatchObject({ status: 422, body: { code: 'not_subscribed' } });
    await bench().browserOf(owner, { member_joined: true });
    expect((await owner.call('PUT', '/api/notices/push/place', place)).status).toBe(204);
    expect(subscriptions()).toMatchObject([{ ...place.keys, endpoint: place.endpoint, kinds: '{"member_joined":true}' }]);
    const inside = { ...place, endpoint: 'https://localhost/x' };
    expect(await owner.call('PUT', '/api/notices/push/place', inside)).toMatchObject({ status: 422, body: { code: 'endpoint_not_taken' } });
  });

  it('ends with its session, its device, and its membership', async () => {
    const member = await bench().join(owner, 'Member', 'member');
    const script = await scriptOf(owner);
    await bench().browserOf(owner);
    await bench().browserOf(member);
    await bench().browserOf(script.visitor);
    await member.call('POST', '/api/identity/workspaces/main/leave');
    expect(subscriptions()).toHaveLength(2);
    await owner.call('POST', `/api/identity/devices/${script.id}/revoke`);
    expect(subscriptions()).toHaveLength(1);
    await owner.call('POST', '/api/identity/sign-out');
    expect(subscriptions()).toEqual([]);
  });

  it('of a session that ended by itself is told nothing', async () => {
    const desk = await bench().browserOf(owner);
    bench().sleep(8 * 24 * HOUR_MS);
    bench().notify.backupFailed('main', undefined);
    await bench().ring();
    expect(desk.received).toEqual([]);
    expect(subscriptions()).toEqual([]);
  });

  it('made for another key of the server is given up', async () => {
    const desk = await bench().browserOf(owner);
    bench().sql.run("UPDATE push_subscription SET server_key = 'the one before'");
    await tellSomething();
    await bench().ring();
    expect(desk.received).toEqual([]);
    expect(subscriptions()).toEqual([]);
  });

  const { keys } = receiver();
  it.each([
    ['leads to this machine', { endpoint: 'https://localhost/x', keys }, 422, 'endpoint_not_taken'],
    ['is not encrypted', { endpoint: 'http://push.example.org/x', keys }, 422, 'endpoint_not_taken'],
    ['leads to an address', { endpoint: 'https://10.0.0.1/x', keys }, 422, 'endpoint_not_taken'],
    ['has no key', { endpoint: 'https://push.example.org/x', keys: { ...keys, p256dh: 'A'.repeat(87) } }, 422, 'push_keys_not_taken'],
    ['has half a key', { endpoint: 'https://push.example.org/x', keys: { ...keys, p256dh: 'AAAA' } }, 400, 'invalid_input'],
    ['is very long', { endpoint: `https://push.example.org/${'x'.repeat(1_000)}`, keys }, 400, 'invalid_input'],
  ])('that %s is refused', async (_, given, status, code) => {
    expect(await owner.call('PUT', '/api/notices/push', { ...given, kinds: {} })).toMatchObject({ status, body: { code } });
    expect(subscriptions()).toEqual([]);
  });
});
