import { beforeEach, describe, expect, test } from 'vitest';
import { identityDesk, PASSWORD, type Visitor } from './testing/identityBench.ts';

const bench = identityDesk();
let trader: Visitor;
beforeEach(async () => {
  trader = await bench().claim('Trader');
});

const invite = async (role = 'member'): Promise<string> => (await trader.call('POST', '/api/identity/invitations', { role })).body.secret;
const idOf = async (visitor: Visitor): Promise<string> => (await visitor.call('GET', '/api/identity/me')).body.user_id;
const joinWith = (secret: string, name: string) =>
  bench().visitor().call('POST', '/api/identity/join', { secret, name, password: PASSWORD });

describe('an invitation', () => {
  test('brings somebody new into the workspace, with its role', async () => {
    const colleague = await bench().join(trader, 'Colleague', 'viewer');
    expect((await colleague.call('GET', '/api/identity/me')).body.workspaces).toEqual([{ id: 'main', role: 'viewer' }]);
    const { body } = await colleague.call('GET', '/api/identity/members');
    expect(body.members).toMatchObject([
      { name: 'Trader', role: 'owner' },
      { name: 'Colleague', role: 'viewer' },
    ]);
  });

  test('brings somebody with an account into another workspace', async () => {
    const colleague = await bench().join(trader, 'Colleague', 'viewer');
    await trader.call('POST', '/api/identity/workspaces', { id: 'swing' });
    const { body } = await trader.call('POST', '/api/identity/invitations', { role: 'member' }, { 'taffrail-workspace': 'swing' });
    expect(await colleague.call('POST', '/api/identity/invitations/accept', { secret: body.secret })).toMatchObject({
      body: { workspace_id: 'swing' },
    });
    expect((await colleague.call('GET', '/api/identity/me')).body.workspaces).toContainEqual({ id: 'swing', role: 'member' });
  });

  test('is good once, however many bring it at the same instant', async () => {
    const secret = await invite();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => joinWith(secret, `Colleague ${n}`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'invitation_over')).toHaveLength(19);
    expect(bench().sql.all('SELECT count(*) AS members FROM membership')).toEqual([{ members: 2 }]);
  });

  test('is not used up by somebody who belongs already', async () => {
    const secret = await invite();
    expect((await trader.call('POST', '/api/identity/invitations/accept', { secret })).body.code).toBe('already_a_member');
    expect((await joinWith(secret, 'Colleague')).status).toBe(201);
  });

  test('is over after its time, and when it is withdrawn', async () => {
    const late = await invite();
    bench().sleep(72 * 3_600_000);
    expect((await joinWith(late, 'Colleague')).body.code).toBe('invitation_over');
    await trader.call('POST', '/api/identity/invitations', { role: 'member' });
    const { body } = await trader.call('GET', '/api/identity/invitations');
    expect(body.invitations).toHaveLength(1);
    const secret = await invite();
    for (const { id } of (await trader.call('GET', '/api/identity/invitations')).body.invitations) {
      expect((await trader.call('DELETE', `/api/identity/invitations/${id}`)).status).toBe(204);
    }
    expect((await joinWith(secret, 'Colleague')).body.code).toBe('invitation_over');
  });

  test('gives nobody a name that is taken, or reads like one', async () => {
    expect((await joinWith(await invite(), 'trader')).body.code).toBe('name_taken');
    expect((await joinWith(await invite(), 'ＴＲＡＤＥＲ')).body.code).toBe('name_taken');
  });
});

describe('roles', () => {
  test('a viewer becomes a member, and a member is removed', async () => {
    const colleague = await bench().join(trader, 'Colleague', 'viewer');
    const id = await idOf(colleague);
    expect((await colleague.call('POST', '/api/commands', { commands: [] })).body.code).toBe('role_needed');
    expect((await trader.call('PUT', `/api/identity/members/${id}`, { role: 'member' })).status).toBe(204);
    expect((await colleague.call('POST', '/api/commands', { commands: [] })).body.code).not.toBe('role_needed');
    expect((await trader.call('DELETE', `/api/identity/members/${id}`)).status).toBe(204);
    expect((await colleague.call('GET', '/api/events')).body.code).toBe('no_such_workspace');
  });

  test('the last owner neither leaves nor steps down; the last but one may', async () => {
    const own = `/api/identity/members/${await idOf(trader)}`;
    expect((await trader.call('POST', '/api/identity/workspaces/main/leave')).body.code).toBe('last_owner');
    expect((await trader.call('PUT', own, { role: 'viewer' })).body.code).toBe('last_owner');
    expect((await trader.call('DELETE', own)).body.code).toBe('last_owner');
    await bench().join(trader, 'Colleague', 'owner');
    expect((await trader.call('POST', '/api/identity/workspaces/main/leave')).status).toBe(204);
    expect((await trader.call('GET', '/api/events')).status).toBe(404);
  });
});

describe('a workspace', () => {
  test.each(['../main', './main', '__proto__', 'constructor', 'MAIN', '', 'main, main', '%2e%2e'])(
    'is not reached by the name %j, nor is that told apart from one of others',
    async (named) => {
      await trader.call('POST', '/api/identity/workspaces', { id: 'private' });
      const colleague = await bench().join(trader, 'Colleague', 'member');
      const ofOthers = await colleague.call('GET', '/api/events', undefined, { 'taffrail-workspace': 'private' });
      const answer = await colleague.call('GET', '/api/events', undefined, { 'taffrail-workspace': named });
      expect(ofOthers).toMatchObject({ status: 404, body: { code: 'no_such_workspace' } });
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 404, body: ofOthers.body });
    },
  );

  test.each(['../main', '__proto__', 'a/b', '', 'A'])('is not made under the name %j', async (id) => {
    expect((await trader.call('POST', '/api/identity/workspaces', { id })).status).toBe(400);
  });

  test('is not made over one that is there, owned or not', async () => {
    bench().workspace('restored');
    expect((await trader.call('POST', '/api/identity/workspaces', { id: 'main' })).status).toBe(409);
    expect((await trader.call('POST', '/api/identity/workspaces', { id: 'restored' })).status).toBe(409);
  });

  test('is deleted for good, when it is meant', async () => {
    await trader.call('POST', '/api/identity/workspaces', { id: 'swing' });
    const meant = { 'taffrail-workspace': 'swing' };
    expect((await trader.call('DELETE', '/api/identity/workspaces/swing')).body.code).toBe('workspace_unclear');
    expect((await trader.call('DELETE', '/api/identity/workspaces/swing', undefined, meant)).status).toBe(204);
    expect(bench().removed).toEqual(['swing']);
    expect((await trader.call('GET', '/api/events', undefined, meant)).status).toBe(404);
    expect((await trader.call('POST', '/api/identity/workspaces', { id: 'swing' })).status).toBe(409);
    bench().sleep(10 * 60_000);
    expect((await trader.call('DELETE', '/api/identity/workspaces/main')).body.code).toBe('re_authentication_needed');
  });
});

describe('the record', () => {
  test('says who did what, when and from where, to those it concerns', async () => {
    const colleague = await bench().join(trader, 'Colleague', 'member');
    await bench().visitor({ address: '198.51.100.9' }).call('POST', '/api/identity/sign-in', { name: 'Colleague', password: 'wrong' });
    const id = await idOf(colleague);
    await trader.call('PUT', `/api/identity/members/${id}`, { role: 'viewer' });
    const typesSeenBy = async (visitor: Visitor) =>
      (await visitor.call('GET', '/api/identity/audit')).body.records.map(({ type }: { type: string }) => type);
    expect(await typesSeenBy(trader)).toEqual(['role_changed', 'invitation_accepted', 'invitation_made', 'signed_in', 'server_claimed']);
    expect(await typesSeenBy(colleague)).toEqual(['sign_in_failed', 'signed_in', 'invitation_accepted']);
    const { body } = await colleague.call('GET', '/api/identity/audit?limit=1');
    expect(body.records).toMatchObject([{ address: '198.51.100.9', at: bench().now(), user_id: id, workspace_id: null }]);
    expect((await colleague.call('GET', `/api/identity/audit?before=${body.records[0].seq}`)).body.records).toHaveLength(2);
  });

  test('is never edited and never cut', () => {
    expect(() => bench().sql.run("UPDATE audit SET address = 'elsewhere'")).toThrow(/never edited/);
    expect(() => bench().sql.run('DELETE FROM audit')).toThrow(/never deleted/);
  });
});
