import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../identity/testing/identityBench.ts';
import { noticeDesk } from './testing/noticeBench.ts';

const bench = noticeDesk();
let owner: Visitor;
let member: Visitor;
beforeEach(async () => {
  owner = await bench().claim('Owner');
  bench().notify.follow('main');
  bench()
    .workspace('main')
    .onCommit(() => bench().notify.follow('main'));
  await bench().ring();
  member = await bench().join(owner, 'Member', 'member');
});

const kinds = async (visitor: Visitor) => (await bench().feed(visitor)).map(({ kind }) => kind);

const accountIn = async (visitor: Visitor): Promise<string> => {
  const { body } = await visitor.call('POST', '/api/accounts', {
    name: 'Main',
    broker: 'Paper',
    currency: 'USD',
    zone: 'America/New_York',
  });
  return body.id;
};

async function orderIn(account_id: string): Promise<string> {
  const position_template = { symbol: 'ACME', legs: [{ instrument_type: 'stock', quantity: '100' }] };
  const { status, body } = await owner.call('POST', '/api/orders', {
    account_id,
    position_template,
    order_type: 'limit',
    limit_price: '10',
  });
  expect(status).toBe(201);
  return body.id;
}

const scriptOf = async (visitor: Visitor, scope = 'write') => {
  const { body } = await visitor.call('POST', '/api/identity/script-tokens', { name: 'Script', workspace_id: 'main', scope });
  return { id: body.device.id as string, visitor: bench().visitor({ token: body.token }) };
};

describe('the feed', () => {
  it('tells a desk of a cancelled order, but not whoever cancelled it in person', async () => {
    const id = await orderIn(await accountIn(owner));
    expect((await owner.call('DELETE', `/api/orders/${id}`)).status).toBe(200);
    await bench().ring();
    expect(await kinds(owner)).not.toContain('order_cancelled');
    expect((await bench().feed(member))[0]).toMatchObject({
      kind: 'order_cancelled',
      params: { symbol: 'ACME', reason: 'cancelled' },
      subject: { type: 'order', id },
      read_at: null,
    });
  });

  it("tells a person what their script did, and does not push it to the script's own device", async () => {
    const id = await orderIn(await accountIn(owner));
    const { visitor: script } = await scriptOf(owner);
    const [desk, own] = [await bench().browserOf(owner, { order_executed: true }), await bench().browserOf(script)];
    const { body: order } = await owner.call('GET', `/api/orders/${id}`);
    const fills = order.position_template.legs.map((leg: { id: string }) => ({ leg_id: leg.id }));
    expect(await script.call('POST', `/api/orders/${id}/execute`, { fills })).toMatchObject({ status: 201 });
    await bench().ring();
    expect((await bench().feed(owner))[0]).toMatchObject({
      kind: 'order_executed',
      params: { symbol: 'ACME' },
      subject: { type: 'position' },
    });
    expect(desk.received.map(({ push }) => push)).toMatchObject([{ says: 'notice', notice: { kind: 'order_executed' } }]);
    expect(own.received).toEqual([]);
  });

  it('tells the others who joined, and a person of their devices and of a sign-in from a new place', async () => {
    expect(await kinds(owner)).toEqual(['member_joined']);
    expect(await kinds(member)).toEqual([]);
    const { id } = await scriptOf(member);
    await member.call('POST', `/api/identity/devices/${id}/revoke`);
    const elsewhere = bench().visitor({ address: '198.51.100.7' });
    await elsewhere.call('POST', '/api/identity/sign-in', { name: 'Member', password: 'four words in a row' });
    await member.call('POST', '/api/identity/sign-in', { name: 'Member', password: 'four words in a row' });
    const told = await bench().feed(member);
    expect(told.map(({ kind, params }) => ({ kind, params })).toReversed()).toEqual([
      { kind: 'device_paired', params: { name: 'Script' } },
      { kind: 'device_revoked', params: { name: 'Script', reason: 'revoked' } },
      { kind: 'signed_in_elsewhere', params: { address: '198.51.100.7' } },
    ]);
    expect(await kinds(owner)).toEqual(['member_joined']);
  });

  it('takes a new IPv6 address in the same network for the same place', async () => {
    const signIn = (address: string) =>
      bench().visitor({ address }).call('POST', '/api/identity/sign-in', { name: 'Member', password: 'four words in a row' });
    await signIn('2a02:8071:1:2:aaaa::1');
    await signIn('2a02:8071:1:2:bbbb:1:2:3');
    await signIn('2a02:8071:1:3::1');
    expect(await kinds(member)).toEqual(['signed_in_elsewhere', 'signed_in_elsewhere']);
  });

  it('tells each person the same thing once, however often its cause comes up', async () => {
    bench().notify.backupFailed('main', undefined);
    bench().notify.backupFailed('main', '2025-02-01T00:00:00.000Z');
    expect(await kinds(owner)).toEqual(['backup_failed', 'member_joined']);
    expect(await kinds(member)).toEqual([]);
    bench().sleep(86_400_000);
    bench().notify.backupFailed('main', '2025-02-01T00:00:00.000Z');
    expect(await kinds(owner)).toEqual(['backup_failed', 'backup_failed', 'member_joined']);
  });

  it('tells owners once a day that the disk fills up', async () => {
    bench().disk.freeBytes = 5e8;
    for (let hour = 0; hour < 20; hour++) {
      bench().sleep(3_600_000);
      await bench().ring();
    }
    expect(await bench().feed(owner)).toMatchObject([
      { kind: 'storage_low', params: { free_mb: 476 } },
      { kind: 'storage_low' },
      { kind: 'member_joined' },
    ]);
  });

  it('reminds of what expires, in the morning of the account, the day before and on the day', async () => {
    const account_id = await accountIn(owner);
    const option = { instrument_type: 'option', expiry: '2025-02-07', strike: '10', right: 'call', quantity: '1' };
    const fills = [{ price: '1', quantity: '1', occurred_at: '2025-02-05T10:00:00Z' }];
    const opened = await owner.call('POST', '/api/positions', { account_id, symbol: 'ACME', legs: [{ ...option, fills }] });
    expect(opened.status).toBe(201);
    // 05:30 in New York: the morning has not come. The session of the exchange begins an hour before it.
    expect(await bench().remind()).toBe('2025-02-05T12:00:00.000Z');
    bench().sleep(2 * 3_600_000);
    expect(await bench().remind()).toBe('2025-02-05T13:00:00.000Z');
    for (const hours of [1, 24, 0, 24, 24]) {
      bench().sleep(hours * 3_600_000);
      await bench().remind();
    }
    expect((await bench().feed(member)).map(({ params }) => params)).toEqual([
      { symbol: 'ACME', expiry: '2025-02-07', days_left: 0 },
      { symbol: 'ACME', expiry: '2025-02-07', days_left: 1 },
    ]);
    expect(await bench().remind()).toBe('2025-02-09T13:00:00.000Z');
  });

  it('begins with what happens after a book was first followed', async () => {
    await owner.call('POST', '/api/identity/workspaces', { id: 'second' });
    const second = bench().workspace('second');
    const command = { command_id: randomUUID(), type: 'OpenAccount', aggregate_id: randomUUID() };
    const payload = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'UTC' };
    await second.submit({ ...command, payload }, 'schedule');
    bench().notify.follow('second');
    await bench().ring();
    expect(bench().sql.all('SELECT workspace_id, seq FROM notice_cursor')).toContainEqual({ workspace_id: 'second', seq: 1 });
  });

  it('is counted, paged and marked as read by whoever it belongs to, and nobody else', async () => {
    for (let n = 0; n < 3; n++) {
      bench().sleep(1_000);
      await scriptOf(owner);
    }
    const { body: page } = await owner.call('GET', '/api/notices?limit=2');
    expect(page).toMatchObject({ unread: 4, notices: [{ kind: 'device_paired' }, { kind: 'device_paired' }] });
    const { body: rest } = await owner.call('GET', `/api/notices?before=${page.notices[1].id}`);
    expect(rest.notices).toHaveLength(2);
    const ids = [page.notices[0].id];
    expect((await member.call('POST', '/api/notices/read', { ids })).status).toBe(204);
    expect((await owner.call('GET', '/api/notices')).body.unread).toBe(4);
    await owner.call('POST', '/api/notices/read', { ids });
    expect((await owner.call('GET', '/api/notices')).body.unread).toBe(3);
    await owner.call('POST', '/api/notices/read', { up_to: page.notices[1].id });
    expect((await owner.call('GET', '/api/notices')).body.unread).toBe(0);
    expect(await owner.call('POST', '/api/notices/read', { ids, up_to: ids[0] })).toMatchObject({ status: 400 });
  });

  it('leaves out what somebody does not want to see', async () => {
    const choices = { in_feed: { device_paired: false }, quiet_hours: null };
    expect(await owner.call('PUT', '/api/notices/choices', choices)).toMatchObject({ status: 200, body: choices });
    await scriptOf(owner);
    expect(await kinds(owner)).toEqual(['member_joined']);
    expect((await member.call('GET', '/api/notices/choices')).body).toEqual({ in_feed: {}, quiet_hours: null });
  });

  it('shows those of the workspace it is read in, and those about the person in all', async () => {
    await owner.call('POST', '/api/identity/workspaces', { id: 'second' });
    bench().notify.backupFailed('second', undefined);
    await bench()
      .visitor({ address: '198.51.100.7' })
      .call('POST', '/api/identity/sign-in', { name: 'Owner', password: 'four words in a row' });
    expect(await kinds(owner)).toEqual(['signed_in_elsewhere', 'member_joined']);
    const { body } = await owner.call('GET', '/api/notices', undefined, { 'taffrail-workspace': 'second' });
    expect(body.notices.map(({ kind }: { kind: string }) => kind)).toEqual(['signed_in_elsewhere', 'backup_failed']);
  });

  it('goes with the membership it came with', async () => {
    await scriptOf(member);
    await member.call('POST', '/api/identity/workspaces/main/leave');
    expect(bench().sql.all("SELECT kind FROM notice WHERE kind = 'device_paired'")).toEqual([]);
  });

  it('is read with a token that may read, and changed with none', async () => {
    const { visitor: script } = await scriptOf(owner, 'read');
    expect((await script.call('GET', '/api/notices')).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '/api/notices/read', { ids: [1] }],
      ['PUT', '/api/notices/choices', { in_feed: {}, quiet_hours: null }],
      ['DELETE', '/api/notices/push', undefined],
      ['POST', '/api/notices/push/test', undefined],
    ] as const) {
      expect(await script.call(method, path, body)).toMatchObject({ status: 403, body: { code: 'scope_needed' } });
    }
  });
});

it.each([
  ['a kind there is not', { in_feed: { weather: true }, quiet_hours: null }],
  ['a zone there is not', { in_feed: {}, quiet_hours: { from: '22:00', to: '07:00', zone: 'Mars/Olympus' } }],
  ['an hour there is not', { in_feed: {}, quiet_hours: { from: '22:00', to: '24:00', zone: 'UTC' } }],
  ['hours that never begin', { in_feed: {}, quiet_hours: { from: '07:00', to: '07:00', zone: 'UTC' } }],
])('choices with %s are refused', async (_, choices) => {
  expect(await owner.call('PUT', '/api/notices/choices', choices)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
});
