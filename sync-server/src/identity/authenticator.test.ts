import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { msOf } from '@taffrail/domain/kernel';
import { identityDesk, PASSWORD, type Visitor } from './testing/identityBench.ts';

const bench = identityDesk();
let trader: Visitor;
let secret: string;
let recoveryCodes: string[];

beforeEach(async () => {
  trader = await bench().claim('Trader');
  ({ secret } = (await trader.call('POST', '/api/identity/authenticator')).body);
  const confirmed = await trader.call('POST', '/api/identity/authenticator/confirm', { code: codeNow() });
  recoveryCodes = confirmed.body.recovery_codes;
});

const codeNow = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: msOf(bench().now()) });

const signIn = (code?: string) =>
  bench()
    .visitor()
    .call('POST', '/api/identity/sign-in', { name: 'Trader', password: PASSWORD, ...(code !== undefined && { code }) });

test('signing in asks for a code, and only whoever knows the password is told so', async () => {
  expect((await signIn()).body.code).toBe('code_needed');
  const wrong = await bench().visitor().call('POST', '/api/identity/sign-in', { name: 'Trader', password: 'wrong' });
  expect(wrong.body.code).toBe('sign_in_failed');
  bench().sleep(30_000);
  expect((await signIn(codeNow())).status).toBe(200);
});

test('a code is good once, and for little longer than it is shown', async () => {
  expect((await signIn(codeNow())).body.code).toBe('sign_in_failed');
  bench().sleep(30_000);
  const code = codeNow();
  expect((await signIn(code)).status).toBe(200);
  expect((await signIn(code)).body.code).toBe('sign_in_failed');
  bench().sleep(60_000);
  const old = codeNow();
  bench().sleep(61_000);
  expect((await signIn(old)).body.code).toBe('sign_in_failed');
});

test('codes are not to be guessed: five, and no more', async () => {
  bench().sleep(30_000);
  for (let n = 0; n < 5; n++) expect((await signIn('abcdef')).status).toBe(401);
  expect((await signIn(codeNow())).status).toBe(429);
});

test('each recovery code opens once, and is on the record', async () => {
  expect(recoveryCodes).toHaveLength(10);
  const [first] = recoveryCodes;
  expect((await signIn(first)).status).toBe(200);
  expect((await signIn(first)).status).toBe(401);
  expect(JSON.stringify(bench().sql.all('SELECT * FROM recovery_code'))).not.toContain(recoveryCodes[1]);
  const { body } = await trader.call('GET', '/api/identity/audit');
  expect(body.records.map(({ type }: { type: string }) => type)).toContain('recovery_code_used');
});

test('another one does not take the place of the one in use unnoticed', async () => {
  expect((await trader.call('POST', '/api/identity/authenticator')).body.code).toBe('authenticator_in_use');
  expect((await trader.call('DELETE', '/api/identity/authenticator')).status).toBe(204);
  expect((await signIn()).status).toBe(200);
  expect((await trader.call('POST', '/api/identity/authenticator/confirm', { code: codeNow() })).body.code).toBe('code_wrong');
});

test('its secret is sealed for one person, and lies nowhere as it is', async () => {
  const [row] = bench().sql.all<{ sealed_secret: Uint8Array }>('SELECT sealed_secret FROM authenticator');
  expect(Buffer.from(row!.sealed_secret).includes(secret)).toBe(false);
  const member = await bench().join(trader, 'Member', 'member');
  await member.call('POST', '/api/identity/authenticator');
  bench().sql.run('UPDATE authenticator SET sealed_secret = ?, confirmed = 1', row!.sealed_secret);
  bench().sleep(30_000);
  const asMember = { name: 'Member', password: PASSWORD, code: codeNow() };
  expect((await bench().visitor().call('POST', '/api/identity/sign-in', asMember)).body.code).toBe('code_not_checkable');
  expect((await signIn(codeNow())).status).toBe(200);
});

test('where the key is lost, a recovery code opens, and another authenticator can be added', async () => {
  bench().loseKey();
  bench().sleep(30_000);
  const refused = await signIn(codeNow());
  expect(refused).toMatchObject({ status: 401, body: { code: 'code_not_checkable' } });
  expect(refused.body.detail).toMatch(/secret\.key.*recovery code, then remove the authenticator and add it again/);
  const browser = bench().visitor();
  await browser.call('POST', '/api/identity/sign-in', { name: 'Trader', password: PASSWORD, code: recoveryCodes[0] });
  expect((await browser.call('DELETE', '/api/identity/authenticator')).status).toBe(204);
  ({ secret } = (await browser.call('POST', '/api/identity/authenticator')).body);
  expect((await browser.call('POST', '/api/identity/authenticator/confirm', { code: codeNow() })).status).toBe(200);
  bench().sleep(30_000);
  expect((await signIn(codeNow())).status).toBe(200);
});

test('where the key is lost, codes are not to be guessed either', async () => {
  bench().loseKey();
  for (let n = 0; n < 5; n++) expect((await signIn('abcdef')).status).toBe(401);
  expect((await signIn(recoveryCodes[0])).status).toBe(429);
});

test('is not in use before it is confirmed', async () => {
  await trader.call('DELETE', '/api/identity/authenticator');
  await trader.call('POST', '/api/identity/authenticator');
  expect((await trader.call('POST', '/api/identity/authenticator/confirm', { code: 'abcdef' })).body.code).toBe('code_wrong');
  expect((await signIn()).status).toBe(200);
});
