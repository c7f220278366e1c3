import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addParagraph, openDocument, paragraphsOf, readMessage, takeUpdate, updateMessage, updateSince } from '@taffrail/sync';
import { accessRefusals } from '../http/index.ts';
import { PASSWORD, type Visitor } from '../identity/testing/identityBench.ts';
import { readDocument } from '../workspace/index.ts';
import { limits } from './limits.ts';
import { openGuardedHouse, sentenceIn, type GuardedHouse } from './testing/guardedHouse.ts';
import { PAGE, pageKind, until } from './testing/house.ts';

const DAY_MS = 86_400_000;

let house: GuardedHouse;
let owner: Visitor;

beforeEach(async () => {
  house = await openGuardedHouse();
  owner = await house.claim();
});

afterEach(async () => {
  await house.close();
  const failures = [...house.errors, ...house.failures];
  if (failures.length > 0) throw new Error('something failed that nobody was told of', { cause: failures });
});

const withTicket = async (...asked: Parameters<GuardedHouse['ticketFor']>) => ({ ticket: await house.ticketFor(...asked) });
const enter = async (asker: Visitor, name = PAGE) => house.knock({ ...(await withTicket(asker)), name });

async function script(person: Visitor, scope: 'read' | 'write', workspaceId = 'main') {
  const { body } = await person.call('POST', '/api/identity/script-tokens', { name: 'Script', workspace_id: workspaceId, scope });
  return { token: body.token as string, id: body.device.id as string };
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('a socket is opened', () => {
  test('by a ticket, which is answered as the subprotocol browsers wait for', async () => {
    const shown = await withTicket(owner);
    const { answer, socket } = await house.knock(shown);
    expect(answer).toBe('in');
    expect(socket.protocol).toBe(shown.ticket);
  });

  test("by a script's token", async () => {
    const { token } = await script(owner, 'write');
    expect((await house.knock(bearer(token))).answer).toBe('in');
    expect((await house.knock(bearer('made-up'))).answer).toBe(4401);
  });

  test('by no cookie alone, nor by a token in the address', async () => {
    const { token } = await script(owner, 'write');
    expect((await house.knock({ headers: { cookie: owner.cookie! } })).answer).toBe(4401);
    expect((await house.knock({ name: `${PAGE}?ticket=${await house.ticketFor(owner)}` })).answer).toBe(4401);
    expect((await house.knock({ name: `${PAGE}?access_token=${token}` })).answer).toBe(4401);
  });

  test('in the workspace its ticket was asked for in, whatever the address says', async () => {
    await owner.call('POST', '/api/identity/workspaces', { id: 'desk' });
    const inDesk = await house.knock(await withTicket(owner, { 'taffrail-workspace': 'desk' }));
    expect(inDesk.answer).toBe('in');
    expect(house.workspace('desk').isIdle()).toBe(false);
    expect(house.workspace('main').isIdle()).toBe(true);
    expect((await enter(owner, `${PAGE}?workspace=desk`)).answer).toBe(4404);
    const stranger = await house.join(owner, 'Member', 'member');
    expect(await house.ticketFor(stranger, { 'taffrail-workspace': 'desk' })).toBeUndefined();
  });

  test("not from another site's page, whatever the browser sends along", async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expect((await house.knock({ ...(await withTicket(owner)), headers })).answer).toBe(403);
  });
});

describe('a ticket', () => {
  test('is good once, however many bring it at the same instant', async () => {
    const shown = await withTicket(owner);
    const knocks = await Promise.all(Array.from({ length: 100 }, () => house.knock(shown)));
    expect(knocks.filter(({ answer }) => answer === 'in')).toHaveLength(1);
    expect(knocks.filter(({ answer }) => answer === 4401)).toHaveLength(99);
  });

  test('that is spent, unknown, too old, or asked for from elsewhere is told from no other', async () => {
    const ours = { origin: `http://127.0.0.1:${house.port}` };
    const spent = await withTicket(owner);
    await house.knock(spent);
    const late = await withTicket(owner);
    house.sleep(limits.ticketLastsMs);
    const knocks = [
      await house.knock(spent),
      await house.knock({ ticket: 'A'.repeat(43) }),
      await house.knock({}),
      await house.knock(late),
      await house.knock({ ...(await withTicket(owner, { origin: 'https://elsewhere.example' })), headers: ours }),
      await house.knock(await withTicket(owner, ours)),
      await house.knock({ ...(await withTicket(owner)), headers: ours }),
    ];
    expect(new Set(knocks.map(({ answer, heard }) => `${answer} ${sentenceIn(heard)}`))).toEqual(
      new Set([`4401 ${accessRefusals.ticket_needed().sentence}`]),
    );
    expect((await house.knock({ ...(await withTicket(owner, ours)), headers: ours })).answer).toBe('in');
  });

  const endings: readonly [string, (member: Visitor, id: string) => Promise<unknown>][] = [
    ['signs out', (member) => member.call('POST', '/api/identity/sign-out')],
    ['leaves the workspace', (member) => member.call('POST', '/api/identity/workspaces/main/leave')],
    ['is removed', (_, id) => owner.call('DELETE', `/api/identity/members/${id}`)],
    [
      'shows again who they are, so that a copied cookie is worth nothing',
      (member) => member.call('POST', '/api/identity/re-authenticate', { password: PASSWORD }),
    ],
  ];

  test.each(endings)('is worth nothing once whoever asked for it %s', async (_, end) => {
    const member = await house.join(owner, 'Member', 'member');
    const { body } = await member.call('GET', '/api/identity/me');
    const shown = await withTicket(member);
    await end(member, body.user_id as string);
    expect((await house.knock(shown)).answer).toBe(4401);
  });

  test('of a device is worth nothing once that is revoked', async () => {
    const { token, id } = await script(owner, 'write');
    const shown = await withTicket(house.visitor({ token }));
    await owner.call('POST', `/api/identity/devices/${id}/revoke`);
    expect((await house.knock(shown)).answer).toBe(4401);
  });

  test('opens no more than its trader may do by now', async () => {
    const member = await house.join(owner, 'Member', 'member');
    const { body } = await member.call('GET', '/api/identity/me');
    const shown = await withTicket(member);
    await owner.call('PUT', `/api/identity/members/${body.user_id}`, { role: 'viewer' });
    const { answer, socket, closed } = await house.knock(shown);
    expect(answer).toBe('in');
    socket.send(updateMessage(writing('from before')));
    expect(await closed).toBe(4403);
  });

  test('is not given out without end, and others are given theirs', async () => {
    const member = await house.join(owner, 'Member', 'member');
    for (let n = 0; n < limits.ticketsPerUser; n++) await house.ticketFor(owner);
    expect(await owner.call('POST', '/api/documents/tickets')).toMatchObject({ status: 429, body: { code: 'too_many_tickets' } });
    expect(await house.ticketFor(member)).toBeDefined();
    house.sleep(limits.ticketLastsMs);
    expect((await enter(owner)).answer).toBe('in');
  });
});

const writing = (text: string): Uint8Array => {
  const document = openDocument(pageKind);
  addParagraph(document, text);
  return updateSince(document, new Uint8Array([0])) as Uint8Array;
};

/** What a socket has been told the page says. */
function readBy(heard: readonly Uint8Array[]): string[] {
  const document = openDocument(pageKind);
  for (const bytes of heard) {
    const message = readMessage(bytes);
    if ('type' in message && message.type === 'update') takeUpdate(document, message.bytes);
  }
  return paragraphsOf(document);
}

describe.each(['a viewer', 'a device that may read'])('%s', (who) => {
  let shown: () => Promise<Parameters<GuardedHouse['knock']>[0]>;
  beforeEach(async () => {
    const viewer = await house.join(owner, 'Viewer', 'viewer');
    const { token } = await script(owner, 'read');
    shown = who === 'a viewer' ? () => withTicket(viewer) : () => Promise.resolve(bearer(token));
  });

  test('reads what is written, before and after coming in', async () => {
    const { socket: desk } = await enter(owner);
    desk.send(updateMessage(writing('before')));
    await until(() => house.workspace('main').read((sql) => readDocument(sql, PAGE)).updates.length === 1);
    const reader = await house.knock(await shown());
    expect(reader.answer).toBe('in');
    await until(() => readBy(reader.heard).length === 1);
    desk.send(updateMessage(writing('after')));
    await until(() => readBy(reader.heard).length === 2);
    expect(readBy(reader.heard).toSorted()).toEqual(['after', 'before']);
  });

  test('writes nothing: the socket is closed for good with the reason, and nobody else sees or keeps any of it', async () => {
    const desk = await enter(owner);
    const reader = await house.knock(await shown());
    reader.socket.send(updateMessage(writing('not theirs to write')));
    expect(await reader.closed).toBe(4403);
    expect(sentenceIn(reader.heard)).toMatch(who === 'a viewer' ? /a member of the workspace/ : /scope write/);
    desk.socket.send(updateMessage(writing('theirs')));
    const later = await enter(owner);
    await until(() => readBy(later.heard).length > 0);
    expect(readBy(later.heard)).toEqual(['theirs']);
    expect(house.workspace('main').read((sql) => readDocument(sql, PAGE)).updates).toHaveLength(1);
  });
});

test('whoever signs out is cut off at once', async () => {
  const { answer, closed } = await enter(owner);
  expect(answer).toBe('in');
  await owner.call('POST', '/api/identity/sign-out');
  await closed;
});

describe('a socket ends by time alone', () => {
  test('with a session that is idle, however long the socket was open; requests keep it', async () => {
    const { answer, closed, socket } = await enter(owner);
    expect(answer).toBe('in');
    house.sleep(6 * DAY_MS);
    await owner.call('GET', '/api/identity/me');
    house.sleep(6 * DAY_MS);
    house.identity.endOverdue();
    expect(socket.readyState).toBe(socket.OPEN);
    house.sleep(DAY_MS);
    house.identity.endOverdue();
    await closed;
    expect(await house.ticketFor(owner)).toBeUndefined();
  });

  test("with a device's token, which has minutes", async () => {
    const { body: asked } = await house
      .visitor()
      .call('POST', '/api/identity/device-codes', { kind: 'phone', name: 'Pocket', scope: 'write' });
    await owner.call('POST', `/api/identity/device-codes/${asked.user_code}/approve`, { workspace_id: 'main' });
    const { body: tokens } = await house.visitor().call('POST', '/api/identity/device-tokens', { device_code: asked.device_code });
    const byToken = await house.knock(bearer(tokens.access_token as string));
    const byTicket = await house.knock(await withTicket(house.visitor({ token: tokens.access_token as string })));
    const lasting = await house.knock(bearer((await script(owner, 'read')).token));
    expect([byToken.answer, byTicket.answer, lasting.answer]).toEqual(['in', 'in', 'in']);
    house.sleep(15 * 60_000);
    house.identity.endOverdue();
    await Promise.all([byToken.closed, byTicket.closed]);
    expect(lasting.socket.readyState).toBe(lasting.socket.OPEN);
  });
});
