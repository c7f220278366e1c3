import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp, routesOf } from './app.ts';
import { mountFaces } from './faces/index.ts';
import { openStreams, type Route, type Who } from './http/index.ts';
import { openRooms } from './rooms/index.ts';
import { identityBench, type IdentityBench, type Visitor } from './identity/testing/identityBench.ts';
import { noticeBench } from './notify/testing/noticeBench.ts';
import { mountOperations, openMetrics } from './operations/index.ts';

/**
 * The authorization table, tried out: every route there is, by everybody there is, and what the gate must say. A route is tried with its own
 * path and its own `who`, over a door that only shows that somebody came through.
 */
const IN = '200 in';

type Somebody =
  | 'anonymous'
  | 'stale session'
  | 'ended session'
  | 'other user'
  | 'viewer'
  | 'member'
  | 'owner'
  | 'owner, not fresh'
  | 'reading device'
  | 'writing device'
  | 'device of a viewer'
  | 'device elsewhere'
  | 'revoked device';

const unknown = '401 sign_in_needed';
const notFresh = '403 re_authentication_needed';
const notThere = '404 no_such_workspace';
const noPerson = '403 session_needed';
const role = '403 role_needed';
const scope = '403 scope_needed';

/** In the order of the people above. */
const table: { readonly [W in Who]: readonly string[] } = {
  anyone: [IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN],
  'signed-in': [unknown, unknown, unknown, IN, IN, IN, IN, IN, IN, IN, IN, IN, unknown],
  session: [unknown, unknown, unknown, IN, IN, IN, IN, IN, noPerson, noPerson, noPerson, noPerson, unknown],
  fresh: [unknown, unknown, unknown, IN, IN, IN, IN, notFresh, noPerson, noPerson, noPerson, noPerson, unknown],
  viewer: [unknown, unknown, unknown, notThere, IN, IN, IN, IN, IN, IN, IN, notThere, unknown],
  member: [unknown, unknown, unknown, notThere, role, IN, IN, IN, scope, IN, role, notThere, unknown],
  owner: [unknown, unknown, unknown, notThere, role, role, IN, IN, noPerson, noPerson, noPerson, noPerson, unknown],
  'fresh-owner': [unknown, unknown, unknown, notThere, role, role, IN, notFresh, noPerson, noPerson, noPerson, noPerson, unknown],
};

const people: readonly Somebody[] = [
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
];

const peopleRoutes = routesAboutPeople();
const rooms = openRooms(() => {});
const all = routesOf(rooms, peopleRoutes);

function routesAboutPeople(): readonly Route[] {
  const bench = noticeBench();
  bench.close();
  return [...bench.identity.routes, ...bench.notify.routes];
}

/** Each route at its own path, all the same behind the gate. A stream is tried as the GET it is. */
const gates = all.map((route, n): Route => ({
  method: 'follows' in route ? 'GET' : route.method,
  path: `/gates/${n}${route.path}`,
  summary: route.summary,
  tag: route.tag,
  who: route.who,
  answers: [],
  door: () => ({ status: 200, body: { code: 'in' } }),
}));

let bench: IdentityBench;
const visitors = new Map<Somebody, Visitor>();
const workspaceMeant = { 'taffrail-workspace': 'main' };

beforeAll(async () => {
  bench = identityBench({ routes: gates });
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
  visitors.set('anonymous', bench.visitor());
  visitors.set('stale session', stale);
  visitors.set('ended session', copyOfEnded);
  visitors.set('other user', other);
  visitors.set('viewer', viewer);
  visitors.set('member', member);
  visitors.set('reading device', bench.visitor({ token: (await script(owner, 'main', 'read')).token }));
  visitors.set('writing device', bench.visitor({ token: (await script(owner, 'main', 'write')).token }));
  visitors.set('device of a viewer', bench.visitor({ token: (await script(viewer, 'main', 'write')).token }));
  visitors.set('device elsewhere', bench.visitor({ token: (await script(other, 'elsewhere', 'write')).token }));
  visitors.set('revoked device', bench.visitor({ token: revoked.token }));
  visitors.set('owner, not fresh', owner);
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
  visitors.set('owner', fresh);
});
afterAll(() => bench.close());

const signIn = (visitor: Visitor, name: string) => visitor.call('POST', '/api/identity/sign-in', { name, password: 'four words in a row' });

async function script(person: Visitor, workspaceId: string, scopeWanted: string): Promise<{ token: string; id: string }> {
  const { body } = await person.call('POST', '/api/identity/script-tokens', {
    name: 'Script',
    workspace_id: workspaceId,
    scope: scopeWanted,
  });
  return { token: body.token, id: body.device.id };
}

describe.each(people)('%s', (name) => {
  test.each(
    gates
      .map((gate, n) => [all[n]!, gate] as const)
      .map(([route, gate]) => [`${'follows' in route ? 'GET' : route.method} ${route.path}`, route, gate] as const),
  )('at %s', async (_, route, gate) => {
    const method = 'follows' in gate ? 'GET' : gate.method;
    const { status, body } = await visitors.get(name)!.call(method, gate.path, undefined, workspaceMeant);
    expect(`${status} ${body.code}`).toBe(table[route.who as Who][people.indexOf(name)]);
  });
});

test('a stream asks who somebody is as well', async () => {
  const streams = all.filter((route) => 'follows' in route);
  expect(streams).not.toHaveLength(0);
  const realBench = identityBench({ routes: streams });
  for (const { path } of streams) expect(await realBench.visitor().call('GET', path)).toMatchObject({ status: 401 });
  realBench.close();
});

test('whoever is nobody may knock, sign in and ask for a pairing, and nothing else', () => {
  const open = all.filter(({ who }) => who === 'anyone').map((route) => `${'follows' in route ? 'GET' : route.method} ${route.path}`);
  expect(open.toSorted()).toEqual([
    'GET /api/identity/setup',
    'POST /api/identity/device-codes',
    'POST /api/identity/device-tokens',
    'POST /api/identity/device-tokens/refresh',
    'POST /api/identity/join',
    'POST /api/identity/passkey-sign-in',
    'POST /api/identity/passkey-sign-in/options',
    'POST /api/identity/phone-pairings/redeem',
    'POST /api/identity/setup',
    'POST /api/identity/sign-in',
  ]);
});

test('nothing is served that is in no table', () => {
  const log = { error: () => {} };
  const edge = {
    admit: bench.identity.admit,
    onRevoked: bench.identity.onRevoked,
    isBehindProxy: false,
    streams: openStreams(log),
    log,
    served: () => {},
  };
  const app = buildApp(edge, rooms, peopleRoutes);
  const nothing = () => undefined;
  mountOperations(
    app,
    {
      synchronous: () => [],
      write: () => {},
      freeBytes: () => 0,
      minFreeBytes: 0,
      now: bench.now,
      startedAt: bench.now(),
      lastBackupAt: nothing,
      backupEveryHours: 0,
    },
    openMetrics({ streamsOpen: () => 0, workspacesOpen: () => 0, lastBackupMs: nothing }),
  );
  mountFaces(app, new Map());
  const tabled = new Set(all.map(({ path }) => path));
  const others = new Set(app.routes.filter(({ path }) => !tabled.has(path)).map(({ method, path }) => `${method} ${path}`));
  expect([...others].toSorted()).toEqual([
    // What watches requests go by, and takes none.
    'ALL /*',
    // The app's own files and its one page; of a person's book there is nothing in them.
    'GET /*',
    'GET /api/docs',
    'GET /api/openapi.json',
    'GET /healthz',
    'GET /metrics',
    'GET /problems/:code',
    'GET /readyz',
  ]);
});
