import { beforeEach, expect, test } from 'vitest';
import { identityDesk, type Visitor } from './testing/identityBench.ts';
import { softKey } from './testing/softKey.ts';

const ORIGIN = 'http://localhost:8787';

const bench = identityDesk();
let trader: Visitor;
let key: ReturnType<typeof softKey>;

beforeEach(async () => {
  trader = await bench().claim('Trader');
  key = softKey(ORIGIN);
  await addKey(trader, key);
});

async function addKey(person: Visitor, passkey: ReturnType<typeof softKey>) {
  const { body } = await person.call('POST', '/api/identity/passkeys/options');
  return person.call('POST', '/api/identity/passkeys', { name: 'Laptop', credential: passkey.register(body.challenge) });
}

const challengeFor = async (browser: Visitor): Promise<string> =>
  (await browser.call('POST', '/api/identity/passkey-sign-in/options')).body.challenge;

const signInWith = (browser: Visitor, credential: object) => browser.call('POST', '/api/identity/passkey-sign-in', { credential });

test('signs in without a name, a password or a code', async () => {
  const browser = bench().visitor();
  expect(await signInWith(browser, key.signIn(await challengeFor(browser)))).toMatchObject({ status: 200, body: { name: 'Trader' } });
  expect((await browser.call('GET', '/api/identity/me')).status).toBe(200);
});

test('answers each challenge once, and none that is old or made up', async () => {
  const browser = bench().visitor();
  const answer = key.signIn(await challengeFor(browser));
  expect((await signInWith(browser, answer)).status).toBe(200);
  expect((await signInWith(bench().visitor(), answer)).body.code).toBe('sign_in_failed');
  const old = await challengeFor(browser);
  bench().sleep(5 * 60_000);
  expect((await signInWith(bench().visitor(), key.signIn(old))).body.code).toBe('sign_in_failed');
  expect((await signInWith(bench().visitor(), key.signIn('bWFkZSB1cA'))).body.code).toBe('sign_in_failed');
});

test('of somebody else, or from another site, opens nothing', async () => {
  const browser = bench().visitor();
  const strange = softKey(ORIGIN);
  expect((await signInWith(browser, strange.signIn(await challengeFor(browser)))).body.code).toBe('sign_in_failed');
  const elsewhere = softKey('http://evil.example');
  expect((await addKey(trader, elsewhere)).body.code).toBe('passkey_refused');
});

test('that was begun by one person is not added by another', async () => {
  const colleague = await bench().join(trader, 'Colleague', 'member');
  const { body } = await colleague.call('POST', '/api/identity/passkeys/options');
  const credential = softKey(ORIGIN).register(body.challenge);
  expect((await trader.call('POST', '/api/identity/passkeys', { name: 'Laptop', credential })).body.code).toBe('passkey_refused');
});

test('five failures from an address, and no more are taken', async () => {
  const address = '198.51.100.3';
  for (let n = 0; n < 5; n++) expect((await signInWith(bench().visitor({ address }), key.signIn('AAAA'))).status).toBe(401);
  expect((await signInWith(bench().visitor({ address }), key.signIn('AAAA'))).status).toBe(429);
});

test('is listed, and opens nothing once it is removed', async () => {
  const { body } = await trader.call('GET', '/api/identity/passkeys');
  expect(body.passkeys).toMatchObject([{ name: 'Laptop', created_at: bench().now() }]);
  const colleague = await bench().join(trader, 'Colleague', 'member');
  expect((await colleague.call('DELETE', `/api/identity/passkeys/${body.passkeys[0].id}`)).status).toBe(404);
  expect((await trader.call('DELETE', `/api/identity/passkeys/${body.passkeys[0].id}`)).status).toBe(204);
  const browser = bench().visitor();
  expect((await signInWith(browser, key.signIn(await challengeFor(browser)))).body.code).toBe('sign_in_failed');
});
