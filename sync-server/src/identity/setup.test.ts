import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { identityDesk, PASSWORD } from './testing/identityBench.ts';

const bench = identityDesk();

const claimWith = (token: string | undefined, name = 'Trader') =>
  bench().visitor().call('POST', '/api/identity/setup', { token, name, password: PASSWORD });

describe('a new server', () => {
  test('is claimed by whoever can read its data folder, and then belongs to them', async () => {
    const token = readFileSync(bench().tokenPath, 'utf8').trim();
    expect(statSync(bench().tokenPath).mode & 0o777).toBe(0o600);
    const trader = bench().visitor();
    const claimed = await trader.call('POST', '/api/identity/setup', { token, name: ' Trader ', password: PASSWORD });
    expect(claimed).toMatchObject({ status: 201, body: { name: 'Trader' } });
    expect(existsSync(bench().tokenPath)).toBe(false);
    expect((await trader.call('GET', '/api/identity/me')).body).toMatchObject({
      name: 'Trader',
      workspaces: [{ id: 'main', role: 'owner' }],
    });
    expect((await trader.call('GET', '/api/events')).status).toBe(200);
  });

  test('gives its first owner every book that is there', async () => {
    bench().workspace('older');
    const trader = await bench().claim();
    const { body } = await trader.call('GET', '/api/identity/me');
    expect(body.workspaces.map(({ id }: { id: string }) => id).toSorted()).toEqual(['main', 'older']);
  });

  test('is claimed once, however many try at the same instant', async () => {
    const token = bench().identity.setupToken;
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => claimWith(token, `Trader ${n}`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    // Whoever comes while too many passwords are being hashed is told to come back, and is told then that it is too late.
    expect(statuses.every((status) => [201, 410, 503].includes(status))).toBe(true);
    expect(bench().sql.all('SELECT count(*) AS users FROM user')).toEqual([{ users: 1 }]);
    expect((await claimWith(token)).body.code).toBe('already_claimed');
  });

  test('does not take a token after 15 minutes, nor another one, nor none', async () => {
    const token = bench().identity.setupToken!;
    expect((await claimWith(`${token}x`)).body.code).toBe('setup_token_wrong');
    expect((await claimWith('')).body.code).toBe('setup_token_wrong');
    expect((await claimWith(undefined)).body.code).toBe('invalid_input');
    bench().sleep(15 * 60_000);
    expect((await claimWith(token)).body.code).toBe('setup_token_wrong');
  });

  test('takes no password that is too short', async () => {
    const answer = await bench()
      .visitor()
      .call('POST', '/api/identity/setup', { token: bench().identity.setupToken, name: 'R', password: 'short' });
    expect(answer).toMatchObject({ status: 400, body: { detail: 'password: a password has at least 12 characters.' } });
  });

  test('says whether it was claimed', async () => {
    const stranger = bench().visitor();
    expect((await stranger.call('GET', '/api/identity/setup')).body).toEqual({ claimed: false });
    await bench().claim();
    expect((await stranger.call('GET', '/api/identity/setup')).body).toEqual({ claimed: true });
  });
});
