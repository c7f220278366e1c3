import { isRefusal, msOf } from '@taffrail/domain/kernel';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { identityDesk, PASSWORD, type Visitor } from './testing/identityBench.ts';

const NEW_PASSWORD = 'another four words here';
const bench = identityDesk();
let trader: Visitor;

beforeEach(async () => {
  trader = await bench().claim('Trader');
});

function offer(name = 'trader'): string {
  const offered = bench().console.letIn(name);
  if (isRefusal(offered)) throw new Error(offered.sentence);
  return offered.secret;
}

const use = (secret: string, visitor = bench().visitor()) =>
  visitor.call('POST', '/api/identity/let-in', { secret, password: NEW_PASSWORD });

const signIn = (password: string) => bench().visitor().call('POST', '/api/identity/sign-in', { name: 'Trader', password });

test('somebody who lost their password and their codes is in again, and every session from before is over', async () => {
  const { secret } = (await trader.call('POST', '/api/identity/authenticator')).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: msOf(bench().now()) });
  await trader.call('POST', '/api/identity/authenticator/confirm', { code });

  const browser = bench().visitor();
  expect(await use(offer(), browser)).toMatchObject({ status: 200, body: { name: 'Trader' } });
  expect((await browser.call('GET', '/api/identity/me')).body).toMatchObject({ name: 'Trader', has_authenticator: false });
  expect((await trader.call('GET', '/api/identity/me')).status).toBe(401);
  expect((await signIn(PASSWORD)).status).toBe(401);
  expect((await signIn(NEW_PASSWORD)).status).toBe(200);
});

test('a stream that was open in an ended session is cut off', async () => {
  const stream = await bench().app.request('/sse/events', { headers: { cookie: trader.cookie! } }, {});
  expect([stream.status, bench().streams.open]).toEqual([200, 1]);
  await use(offer());
  expect(bench().streams.open).toBe(0);
});

test('it is on the record: who offered it, and from where it was used', async () => {
  const browser = bench().visitor({ address: '192.0.2.7' });
  await use(offer(), browser);
  const { records } = (await browser.call('GET', '/api/identity/audit')).body;
  expect(records).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'let_in_offered', address: 'console' }),
      expect.objectContaining({ type: 'let_in_used', address: '192.0.2.7' }),
      expect.objectContaining({ type: 'session_ended', address: '192.0.2.7' }),
    ]),
  );
});

test('it is good once, for 15 minutes, and not beside a newer one', async () => {
  const used = offer();
  await use(used);
  expect(await use(used)).toMatchObject({ status: 422, body: { code: 'let_in_over' } });
  const replaced = offer();
  const newest = offer();
  expect((await use(replaced)).body.code).toBe('let_in_over');
  bench().sleep(15 * 60_000);
  expect((await use(newest)).body.code).toBe('let_in_over');
  expect((await use('made up')).body.code).toBe('let_in_over');
});

test('it is used once, however many bring it at the same instant', async () => {
  const secret = offer();
  const answers = await Promise.all(Array.from({ length: 10 }, () => use(secret)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('nobody is let in under a name that nobody has, and the names there are told at the machine', () => {
  expect(bench().console.letIn('Nobody')).toMatchObject({
    code: 'no_such_person',
    sentence: 'Nobody here is called Nobody; there are Trader.',
  });
});

test('the secret itself is nowhere in the registry', () => {
  const secret = offer();
  expect(JSON.stringify([bench().sql.all('SELECT * FROM let_in'), bench().sql.all('SELECT * FROM audit')])).not.toContain(secret);
});
