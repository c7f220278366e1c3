import { beforeEach, expect, test } from 'vitest';
import { identityDesk, PASSWORD, type Visitor } from './testing/identityBench.ts';

const DAY_MS = 86_400_000;

const bench = identityDesk();
let trader: Visitor;
beforeEach(async () => {
  trader = await bench().claim('Trader');
});

/** Follows the log; what comes back says whether the server has ended that. */
async function follow(person: Visitor, path = '/sse/events'): Promise<() => Promise<boolean>> {
  const response = await bench().app.request(path, { headers: { cookie: person.cookie! } }, { incoming: { socket: {} } });
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  await reader.read();
  const next = reader.read();
  return async () => {
    const waited = Symbol('waited');
    const first = await Promise.race([next, new Promise((resolve) => void setImmediate(() => resolve(waited)))]);
    if (first === waited) await reader.cancel();
    return first !== waited;
  };
}

test('signing out ends what was open', async () => {
  const isOver = await follow(trader);
  await trader.call('POST', '/api/identity/sign-out');
  expect(await isOver()).toBe(true);
});

test('a session ended from elsewhere has its streams ended, and no other has', async () => {
  const phone = bench().visitor();
  await phone.call('POST', '/api/identity/sign-in', { name: 'Trader', password: PASSWORD });
  const [ofDesk, ofPhone] = [await follow(trader), await follow(phone)];
  const { body } = await trader.call('GET', '/api/identity/sessions');
  const other = body.sessions.find((session: { is_this_one: boolean }) => !session.is_this_one);
  await trader.call('DELETE', `/api/identity/sessions/${other.id}`);
  expect(await ofPhone()).toBe(true);
  expect(await ofDesk()).toBe(false);
});

test('a member who is removed reads nothing more', async () => {
  const colleague = await bench().join(trader, 'Colleague', 'member');
  const [ofTrader, ofKim] = [await follow(trader), await follow(colleague)];
  const { body } = await colleague.call('GET', '/api/identity/me');
  await trader.call('DELETE', `/api/identity/members/${body.user_id}`);
  expect(await ofKim()).toBe(true);
  expect(await ofTrader()).toBe(false);
});

test('a stream says what its reader may do, and ends when that changes', async () => {
  const colleague = await bench().join(trader, 'Colleague', 'viewer');
  const scopeOf = async ({ cookie }: Visitor): Promise<string | null> => {
    const answer = await bench().app.request('/sse/events', { headers: { cookie: cookie! } }, { incoming: { socket: {} } });
    await answer.body?.cancel();
    return answer.headers.get('taffrail-scope');
  };
  expect([await scopeOf(trader), await scopeOf(colleague)]).toEqual(['write', 'read']);
  const isOver = await follow(colleague);
  const { body } = await colleague.call('GET', '/api/identity/me');
  await trader.call('PUT', `/api/identity/members/${body.user_id}`, { role: 'member' });
  expect(await isOver()).toBe(true);
  expect(await scopeOf(colleague)).toBe('write');
});

test('a session that is over by time alone takes its streams along; one that was used meanwhile keeps them', async () => {
  const colleague = await bench().join(trader, 'Colleague', 'member');
  const [ofTrader, ofColleague] = [await follow(trader), await follow(colleague)];
  bench().sleep(6 * DAY_MS);
  await trader.call('GET', '/api/identity/me');
  bench().sleep(DAY_MS);
  bench().identity.endOverdue();
  expect(await ofColleague()).toBe(true);
  expect(await ofTrader()).toBe(false);
});

test('nothing stays open beyond 90 days, however much it was used', async () => {
  const isOver = await follow(trader);
  for (let day = 1; day < 90; day++) {
    bench().sleep(DAY_MS);
    await trader.call('GET', '/api/identity/me');
  }
  bench().sleep(DAY_MS);
  bench().identity.endOverdue();
  expect(await isOver()).toBe(true);
});

test('a stream names its workspace in its address, as an EventSource can; a header that names another counts', async () => {
  await trader.call('POST', '/api/identity/workspaces', { id: 'swing' });
  const colleague = await bench().join(trader, 'Colleague', 'member');
  expect((await colleague.call('GET', '/sse/events?workspace=swing')).body.code).toBe('no_such_workspace');
  const other = { 'taffrail-workspace': 'swing' };
  expect((await colleague.call('GET', '/sse/events?workspace=main', undefined, other)).body.code).toBe('no_such_workspace');
  expect((await trader.call('GET', '/sse/events?workspace=main&workspace=swing')).body.code).toBe('repeated_parameter');
  expect((await trader.call('GET', '/api/events?workspace=swing')).body.code).toBe('unknown_parameter');
});

test('a stream in another workspace shows what happens there', async () => {
  await trader.call('POST', '/api/identity/workspaces', { id: 'swing' });
  const swing = bench().workspace('swing');
  const isOver = await follow(trader, '/sse/events?workspace=swing');
  expect(swing.isIdle()).toBe(false);
  expect(bench().workspace('main').isIdle()).toBe(true);
  expect(await isOver()).toBe(false);
});
