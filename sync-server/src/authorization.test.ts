import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addParagraph,
  base64Of,
  kindNames,
  kindOf,
  openDocument,
  setAnswer,
  setDraft,
  updateSince,
  type DocumentKind,
} from '@taffrail/sync';
import { buildApp, routesOf } from './app.ts';
import { phaseOverrideRoutes } from './conduct/index.ts';
import { mountFaces } from './faces/index.ts';
import { openStreams, type Route, type Who } from './http/index.ts';
import { openRooms, openTickets } from './rooms/index.ts';
import { openGuardedHouse, type GuardedHouse } from './rooms/testing/guardedHouse.ts';
import { gather, people, type Somebody } from './identity/testing/everybody.ts';
import { identityBench, type IdentityBench, type Visitor } from './identity/testing/identityBench.ts';
import { noticeBench } from './notify/testing/noticeBench.ts';
import { sharingRoutes } from './riskgraph/index.ts';
import { mountOperations, openMetrics } from './operations/index.ts';

/**
 * The authorization table, tried out: every route there is, by everybody there is, and what the gate must say. A route is tried with its own
 * path and its own `who`, over a door that only shows that somebody came through.
 */
const IN = '200 in';

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

const peopleRoutes = routesAboutPeople();
const documents = {
  rooms: openRooms(() => {}),
  tickets: openTickets({ admitAgain: (inside) => inside }, () => '2025-02-05T10:30:00.000Z'),
};
const all = routesOf(documents, peopleRoutes);

function routesAboutPeople(): readonly Route[] {
  const bench = noticeBench();
  bench.close();
  return [
    ...bench.identity.routes,
    ...bench.notify.routes,
    ...phaseOverrideRoutes(bench.identity.proofs),
    ...sharingRoutes(bench.identity.shareCodes),
  ];
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
let visitors: ReadonlyMap<Somebody, Visitor>;
const workspaceMeant = { 'taffrail-workspace': 'main' };

beforeAll(async () => {
  bench = identityBench({ routes: gates });
  visitors = await gather(bench);
});
afterAll(() => bench.close());

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

describe('documents', () => {
  const oneOfEach: { readonly [kind: string]: string } = {
    day: 'day/2025-02-05',
    notes: 'notes/0194d7c0-0000-7000-8000-00000000000b',
    template: 'template/0194d7c0-0000-7000-8000-00000000000c',
    view: 'view/0194d7c0-0000-7000-8000-00000000000d',
    playbook: 'playbook/0194d7c0-0000-7000-8000-00000000000e',
    response: 'response/0194d7c0-0000-8000-8000-00000000000f',
  };
  const roleInDocument = 'role_needed';
  const scopeForIt = 'scope_needed';
  const notIn = 4401;
  const reader = 4403;

  const synced = Array(3).fill('synced');
  const bringing = [
    unknown,
    unknown,
    unknown,
    notThere,
    roleInDocument,
    ...synced,
    scopeForIt,
    'synced',
    roleInDocument,
    notThere,
    unknown,
  ];

  /** In the order of the people. */
  const documentTable = {
    'opening a socket': [notIn, notIn, notIn, notIn, 'in', 'in', 'in', 'in', 'in', 'in', 'in', notIn, notIn],
    'an update on it': [notIn, notIn, notIn, notIn, reader, ...Array(3).fill('stored'), reader, 'stored', reader, notIn, notIn],
    'catching up': [unknown, unknown, unknown, notThere, ...Array(7).fill('synced'), notThere, unknown],
    'bringing an update': bringing,
  };

  let house: GuardedHouse;
  let everybody: ReadonlyMap<Somebody, Visitor>;
  beforeAll(async () => {
    house = await openGuardedHouse();
    everybody = await gather(house);
  });
  afterAll(() => house.close());

  test('of every kind are tried', () => {
    expect(Object.keys(oneOfEach)).toEqual(kindNames);
  });

  describe.each(Object.values(oneOfEach))('%s', (name) => {
    const update = writing(name);

    async function sync(who: Visitor, brought?: Uint8Array): Promise<string> {
      const asked = { name, state_vector: 'AA==', ...(brought && { update: base64Of(brought) }) };
      const { status, body } = await who.call('POST', '/api/documents/sync', { documents: [asked] }, workspaceMeant);
      const [answered] = body.documents ?? [];
      return answered ? (answered.code ?? answered.outcome) : `${status} ${body.code}`;
    }

    test.each(people)('%s', async (somebody) => {
      const who = everybody.get(somebody)!;
      const shown = async () => ({ name, ticket: await house.ticketFor(who, workspaceMeant) });
      const opened = await house.knock(await shown());
      // A person has only so many at once, and several of those who try are the same one.
      opened.socket.close();
      await opened.closed;
      const tried = {
        'opening a socket': opened.answer,
        'an update on it': await house.bring(await shown(), update),
        'catching up': await sync(who),
        'bringing an update': await sync(who, update),
      };
      const at = people.indexOf(somebody);
      expect(tried).toEqual(Object.fromEntries(Object.entries(documentTable).map(([doing, row]) => [doing, row[at]])));
    });
  });
});

/** The first thing that somebody writes into a document of its kind. */
function writing(name: string): Uint8Array {
  const document = openDocument(kindOf(name) as DocumentKind);
  if (name.startsWith('playbook/')) setDraft(document, 'phone', { name: 'written' });
  else if (name.startsWith('response/')) setAnswer(document, 'phone', { key: 'trend', type: 'boolean' }, true);
  else addParagraph(document, 'written');
  return updateSince(document, Uint8Array.of(0)) as Uint8Array;
}

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
    'POST /api/identity/let-in',
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
    admitAgain: bench.identity.admitAgain,
    onRevoked: bench.identity.onRevoked,
    isBehindProxy: false,
    streams: openStreams(log),
    log,
    served: () => {},
  };
  const app = buildApp(edge, documents, peopleRoutes);
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
