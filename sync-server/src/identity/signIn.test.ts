import { beforeEach, describe, expect, test } from 'vitest';
import { identityBench, identityDesk, PASSWORD, type Visitor } from './testing/identityBench.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const bench = identityDesk();
let trader: Visitor;
beforeEach(async () => {
  trader = await bench().claim('Trader');
});

const signIn = (visitor: Visitor, name: string, password = PASSWORD) => visitor.call('POST', '/api/identity/sign-in', { name, password });
const isSignedIn = async (visitor: Visitor): Promise<boolean> => (await visitor.call('GET', '/api/identity/me')).status === 200;

describe('signing in', () => {
  test.each(['Trader', 'trader', ' TRADER'.trim()])('as %j', async (name) => {
    const browser = bench().visitor();
    expect(await signIn(browser, name)).toMatchObject({ status: 200, body: { name: 'Trader' } });
    expect(await isSignedIn(browser)).toBe(true);
  });

  test('a name nobody has is answered like a wrong password, to the letter', async () => {
    const wrong = await signIn(bench().visitor(), 'Trader', 'not the password');
    const unknown = await signIn(bench().visitor(), 'Nobody', 'not the password');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } });
    expect(unknown.body).toEqual(wrong.body);
    expect([...unknown.headers]).toEqual([...wrong.headers]);
  });

  test.each(['Trader', 'Nobody'])('after five failures for %s no more are taken for 15 minutes, from wherever', async (name) => {
    for (let n = 0; n < 5; n++) expect((await signIn(bench().visitor({ address: `192.0.2.${n + 10}` }), name, 'wrong')).status).toBe(401);
    bench().sleep(5 * MINUTE_MS);
    const refused = await signIn(bench().visitor({ address: '192.0.2.99' }), name);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    expect(refused.headers.get('retry-after')).toBe('600');
    bench().sleep(10 * MINUTE_MS);
    expect((await signIn(bench().visitor({ address: '192.0.2.99' }), name)).status).toBe(name === 'Trader' ? 200 : 401);
  });

  test('after five failures from one address no more are taken from it, for whatever name', async () => {
    const address = '198.51.100.7';
    for (let n = 0; n < 5; n++) await signIn(bench().visitor({ address }), `name ${n}`, 'wrong');
    expect((await signIn(bench().visitor({ address }), 'Trader')).status).toBe(429);
    expect((await signIn(bench().visitor(), 'Trader')).status).toBe(200);
  });

  test.each([
    ['2001:db8:1:2', (n: number) => `2001:db8:1:2:${n}::${n}`, '2001:db8:1:3::1'],
    ['one address written in two ways', (n: number) => (n % 2 === 0 ? '::ffff:198.51.100.7' : '198.51.100.7'), '198.51.100.8'],
  ])('all of a network is counted as one: %s', async (_, addressOf, elsewhere) => {
    for (let n = 1; n <= 5; n++) await signIn(bench().visitor({ address: addressOf(n) }), `name ${n}`, 'wrong');
    expect((await signIn(bench().visitor({ address: addressOf(6) }), 'Trader')).status).toBe(429);
    expect((await signIn(bench().visitor({ address: elsewhere }), 'Trader')).status).toBe(200);
  });

  test('many wrong ones at the same instant do not slip past the count', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(bench().visitor(), 'Trader', 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('the session a browser brings is not gone on in: a planted one is worth nothing', async () => {
    const planted = bench().visitor({ cookie: 'taffrail=chosen-by-somebody-else' });
    await signIn(planted, 'Trader');
    expect(planted.cookie).not.toContain('chosen-by-somebody-else');
    const victim = bench().visitor({ cookie: trader.cookie });
    await signIn(victim, 'Trader');
    expect(victim.cookie).not.toBe(trader.cookie);
    expect(await isSignedIn(trader)).toBe(false);
  });
});

describe('a session', () => {
  test('is kept where scripts and other sites cannot reach it', async () => {
    const set = (await signIn(bench().visitor(), 'Trader')).headers.get('set-cookie');
    expect(set).toMatch(/^taffrail=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('over TLS only, where there is TLS', async () => {
    const overTls = identityBench({ isOverTls: true });
    const set = (
      await overTls.visitor().call('POST', '/api/identity/setup', { token: overTls.identity.setupToken, name: 'R', password: PASSWORD })
    ).headers;
    expect(set.get('set-cookie')).toMatch(/^__Host-taffrail=.*; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    overTls.close();
  });

  test('its token is not in the registry', () => {
    const token = trader.cookie!.split('=')[1]!;
    expect(JSON.stringify(bench().sql.all('SELECT * FROM session'))).not.toContain(token);
  });

  test('ends after 7 days without use', async () => {
    bench().sleep(7 * DAY_MS - 1);
    expect(await isSignedIn(trader)).toBe(true);
    bench().sleep(7 * DAY_MS);
    expect(await isSignedIn(trader)).toBe(false);
  });

  test('ends after 90 days in use', async () => {
    for (let day = 0; day < 89; day++) {
      bench().sleep(DAY_MS);
      expect(await isSignedIn(trader)).toBe(true);
    }
    bench().sleep(DAY_MS);
    expect(await isSignedIn(trader)).toBe(false);
  });

  test('two cookies of one name are one too many', async () => {
    const browser = bench().visitor({ cookie: `taffrail=planted; ${trader.cookie}` });
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('is ended by signing out, and by its owner from elsewhere', async () => {
    const phone = bench().visitor();
    await signIn(phone, 'Trader');
    const { body } = await trader.call('GET', '/api/identity/sessions');
    expect(body.sessions).toHaveLength(2);
    const other = body.sessions.find((session: { is_this_one: boolean }) => !session.is_this_one);
    expect((await trader.call('DELETE', `/api/identity/sessions/${other.id}`)).status).toBe(204);
    expect(await isSignedIn(phone)).toBe(false);
    const copied = bench().visitor({ cookie: trader.cookie });
    expect((await trader.call('POST', '/api/identity/sign-out')).status).toBe(204);
    expect(trader.cookie).toBeUndefined();
    expect(await isSignedIn(copied)).toBe(false);
  });

  test('of others cannot be ended', async () => {
    const colleague = await bench().join(trader, 'Colleague', 'member');
    const { body } = await trader.call('GET', '/api/identity/sessions');
    expect((await colleague.call('DELETE', `/api/identity/sessions/${body.sessions[0].id}`)).status).toBe(404);
    expect(await isSignedIn(trader)).toBe(true);
  });
});

describe('showing again that it is you', () => {
  const change = (visitor: Visitor) => visitor.call('PUT', '/api/identity/password', { password: 'another four words' });

  test('is asked for ten minutes after signing in, and renews the cookie', async () => {
    bench().sleep(10 * MINUTE_MS);
    expect(await change(trader)).toMatchObject({ status: 403, body: { code: 're_authentication_needed' } });
    const copied = bench().visitor({ cookie: trader.cookie });
    expect((await trader.call('POST', '/api/identity/re-authenticate', { password: 'wrong' })).status).toBe(401);
    expect((await trader.call('POST', '/api/identity/re-authenticate', { password: PASSWORD })).status).toBe(200);
    expect(await isSignedIn(copied)).toBe(false);
    expect((await change(trader)).status).toBe(204);
  });

  test('a changed password ends every other session', async () => {
    const phone = bench().visitor();
    await signIn(phone, 'Trader');
    expect((await change(trader)).status).toBe(204);
    expect(await isSignedIn(trader)).toBe(true);
    expect(await isSignedIn(phone)).toBe(false);
    expect((await signIn(phone, 'Trader')).status).toBe(401);
    expect((await signIn(phone, 'Trader', 'another four words')).status).toBe(200);
  });
});
