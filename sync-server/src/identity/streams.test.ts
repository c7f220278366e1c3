import { beforeEach, expect, test } from 'vitest';
import { identityDesk, PASSWORD, type Visitor } from './testing/identityBench.ts';

const bench = identityDesk();
let robin: Visitor;
beforeEach(async () => {
  robin = await bench().claim('Robin');
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
  const isOver = await follow(robin);
  await robin.call('POST', '/api/identity/sign-out');
  expect(await isOver()).toBe(true);
});

test('a session ended from elsewhere has its streams ended, and no other has', async () => {
  const phone = bench().visitor();
  await phone.call('POST', '/api/identity/sign-in', { name: 'Robin', password: PASSWORD });
  const [ofDesk, ofPhone] = [await follow(robin), await follow(phone)];
  const { body } = await robin.call('GET', '/api/identity/sessions');
  const other = body.sessions.find((session: { is_this_one: boolean }) => !session.is_this_one);
  await robin.call('DELETE', `/api/identity/sessions/${other.id}`);
  expect(await ofPhone()).toBe(true);
  expect(await ofDesk()).toBe(false);
});

test('a member who is removed reads nothing more', async () => {
  const kim = await bench().join(robin, 'Kim', 'member');
  const [ofRobin, ofKim] = [await follow(robin), await follow(kim)];
  const { body } = await kim.call('GET', '/api/identity/me');
  await robin.call('DELETE', `/api/identity/members/${body.user_id}`);
  expect(await ofKim()).toBe(true);
  expect(await ofRobin()).toBe(false);
});
