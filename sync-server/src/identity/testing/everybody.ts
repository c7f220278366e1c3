import { PASSWORD, type IdentityBench, type Visitor } from './identityBench.ts';

/** Everybody there is, for tables that say what each may do in the workspace `main`. */
export const people = [
  'anonymous',
  'stale session',
  'ended session',
  'other user',
  'viewer',
  'member',
  'owner',
  'owner, not fresh',
  'reading device',
  'writing device',
  'device of a viewer',
  'device elsewhere',
  'revoked device',
] as const;

export type Somebody = (typeof people)[number];

export async function gather(bench: IdentityBench): Promise<ReadonlyMap<Somebody, Visitor>> {
  const everybody = new Map<Somebody, Visitor>();
  const old = await bench.claim('Owner');
  const stale = bench.visitor({ cookie: old.cookie });
  bench.sleep(8 * 86_400_000);
  const owner = bench.visitor();
  await signIn(owner, 'Owner');
  const viewer = await bench.join(owner, 'Viewer', 'viewer');
  const member = await bench.join(owner, 'Member', 'member');
  const other = await bench.join(owner, 'Other', 'viewer');
  await other.call('POST', '/api/identity/workspaces', { id: 'elsewhere' });
  await other.call('POST', '/api/identity/workspaces/main/leave');
  const ended = bench.visitor();
  await signIn(ended, 'Owner');
  const copyOfEnded = bench.visitor({ cookie: ended.cookie });
  await ended.call('POST', '/api/identity/sign-out');
  const revoked = await script(owner, 'main', 'write');
  await owner.call('POST', `/api/identity/devices/${revoked.id}/revoke`);
  everybody.set('anonymous', bench.visitor());
  everybody.set('stale session', stale);
  everybody.set('ended session', copyOfEnded);
  everybody.set('other user', other);
  everybody.set('viewer', viewer);
  everybody.set('member', member);
  everybody.set('reading device', bench.visitor({ token: (await script(owner, 'main', 'read')).token }));
  everybody.set('writing device', bench.visitor({ token: (await script(owner, 'main', 'write')).token }));
  everybody.set('device of a viewer', bench.visitor({ token: (await script(viewer, 'main', 'write')).token }));
  everybody.set('device elsewhere', bench.visitor({ token: (await script(other, 'elsewhere', 'write')).token }));
  everybody.set('revoked device', bench.visitor({ token: revoked.token }));
  everybody.set('owner, not fresh', owner);
  bench.sleep(11 * 60_000);
  for (const [name, somebody] of [
    ['Viewer', viewer],
    ['Member', member],
    ['Other', other],
  ] as const) {
    await signIn(somebody, name);
  }
  const fresh = bench.visitor();
  await signIn(fresh, 'Owner');
  everybody.set('owner', fresh);
  return everybody;
}

const signIn = (visitor: Visitor, name: string) => visitor.call('POST', '/api/identity/sign-in', { name, password: PASSWORD });

async function script(person: Visitor, workspaceId: string, scopeWanted: string): Promise<{ token: string; id: string }> {
  const { body } = await person.call('POST', '/api/identity/script-tokens', {
    name: 'Script',
    workspace_id: workspaceId,
    scope: scopeWanted,
  });
  return { token: body.token, id: body.device.id };
}
