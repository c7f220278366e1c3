import { beforeEach, expect, test } from 'vitest';
import { identityDesk, PASSWORD, type Visitor } from './testing/identityBench.ts';

const bench = identityDesk();
let trader: Visitor;
beforeEach(async () => {
  trader = await bench().claim('Trader');
});

/** Follows the log; what comes back says whether the server has ended that. */
async function follow(person: Visitor): Promise<() => Promise<boolean>> {
  const response = await bench().app.request('/sse/events', { headers: { cookie: person.cookie! } }, { incoming: { socket: {} } });
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
