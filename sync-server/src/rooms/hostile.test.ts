import { afterEach, beforeEach, expect, test } from 'vitest';
import { addParagraph, base64Of, paragraphsOf, presenceMessage, readMessage, stateVectorMessage, updateMessage } from '@taffrail/sync';
import { readDocument } from '../workspace/index.ts';
import { dialRaw, frame, handshake } from './testing/rawSocket.ts';
import { limits } from './limits.ts';
import type { Device } from './testing/device.ts';
import { clockGap, crowdedV1, deepContent, endlessV2, tombstones } from './testing/hostileUpdates.ts';
import { openHouse, PAGE, pageKind, until, type House } from './testing/house.ts';

let house: House;
let bystander: Device;

beforeEach(async () => {
  house = await openHouse();
  bystander = house.device();
  await bystander.synced();
});

/** Whatever the others did: the bystander writes on, over the connection it had, and is heard. */
afterEach(async () => {
  addParagraph(bystander.document, 'still here');
  const reader = house.device();
  await until(() => paragraphsOf(reader.document).includes('still here'));
  if (bystander.closeCodes.length + house.failures.length > 0) throw new Error('somebody else was harmed', { cause: house.failures });
  await house.close();
});

test.each([
  ['the V2 update of 22 bytes', endlessV2, 4400],
  ['the V1 update of 7 bytes', crowdedV1, 4400],
  ['an update with a clock gap', clockGap, 1013],
])(
  '%s, two hundred times: closed, nothing written',
  async (_, update, code) => {
    for (let n = 0; n < 200; n++) {
      const { socket, closed } = await house.dial();
      socket.send(updateMessage(update));
      expect(await closed).toBe(code);
    }
    expect(house.workspace.read((sql) => readDocument(sql, PAGE)).updates.length).toBeLessThanOrEqual(1);
  },
  60_000,
);

test.each([
  ['an empty message', [], 4400],
  ['an unknown type', [9, 0], 4400],
  ['an unknown step', [0, 7, 0], 4400],
  ['a length that goes beyond the message', [0, 2, 0xff, 0xff, 3, 1], 4400],
  ['a length beyond all memory', [0, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f], 4400],
  ['bytes after the end', [0, 0, 1, 0, 5], 4400],
  ['a state vector that cannot be read', [0, 0, 1, 0xff], 4400],
  ['presence that is not JSON', [1, 4, 1, 7, 1, 0x7b], 4400],
  ['presence that is no object', [1, 5, 1, 7, 1, 1, 0x35], 4400],
  ['more presence than there is', [1, 3, 0xff, 0xff, 3], 4400],
  ['authentication, which goes another way', [2, 0], 4400],
])('%s', async (_, bytes, code) => {
  const { socket, closed } = await house.dial();
  socket.send(Uint8Array.from(bytes));
  expect(await closed).toBe(code);
});

test('a plain text frame', async () => {
  const { socket, closed } = await house.dial();
  socket.send('hello');
  expect(await closed).toBe(4400);
});

test('a message too large, and a frame that is not even read', async () => {
  const large = await house.dial();
  large.socket.send(new Uint8Array(limits.messageBytes + 1));
  expect(await large.closed).toBe(4413);
  const larger = await house.dial();
  larger.socket.send(new Uint8Array(limits.frameBytes + 1));
  expect(await larger.closed).toBe(1009);
});

/** The most levels whose message is not too large, by halving. */
function deepestThatFits(contentOf: (levels: number) => Uint8Array): Uint8Array {
  let [fits, exceeds] = [1, 200_000];
  while (exceeds - fits > 1) {
    const levels = Math.floor((fits + exceeds) / 2);
    if (updateMessage(contentOf(levels)).length <= limits.messageBytes) fits = levels;
    else exceeds = levels;
  }
  return contentOf(fits);
}

test.each(Object.entries(deepContent))('200,000 levels of %s are no message; as many as fit are too deep', async (_, contentOf) => {
  const larger = await house.dial();
  larger.socket.send(updateMessage(contentOf(200_000)));
  expect([1009, 4413]).toContain(await larger.closed);
  const fitting = await house.dial();
  fitting.socket.send(updateMessage(deepestThatFits(contentOf)));
  expect((await fitting.ended).reason).toBe('nested_too_deep');
});

test.each(Object.entries(deepContent))('200,000 levels of %s over HTTP', async (_, contentOf) => {
  const update = base64Of(contentOf(200_000));
  const { status, body } = await house.post('/api/documents/sync', { documents: [{ name: PAGE, state_vector: 'AA==', update }] });
  expect(['body_too_large', 'nested_too_deep']).toContain(status === 200 ? body.documents[0].code : body.code);
});

/** The text, what is written beside the holes, and the holes 2,000 at a time. */
const STEPS_OF_TOMBSTONES = 12;

test('20,000 tombstones sent over and over are known after the first time', async () => {
  const [text, holes] = tombstones(pageKind, 20_000).map(base64Of);
  for (const update of [text, holes, holes, holes, holes]) {
    const { body } = await house.post('/api/documents/sync', { documents: [{ name: PAGE, state_vector: 'AA==', update }] });
    expect(body.documents[0].outcome).toBe('synced');
  }
  expect(house.workspace.read((sql) => readDocument(sql, PAGE))).toMatchObject({
    updates: expect.toSatisfy((updates: []) => updates.length <= STEPS_OF_TOMBSTONES) as [],
  });
});

test('a flood of large messages, over however many sockets', async () => {
  const alone = await openHouse({ oneUser: true });
  const large = updateMessage(deepContent.JSON(120_000));
  const codes: number[] = [];
  while (!codes.includes(1013)) {
    const { socket, closed } = await alone.dial();
    socket.send(large);
    codes.push(await closed);
  }
  expect(codes.length).toBeGreaterThanOrEqual(limits.bytesAtOnce / limits.messageBytes);
  expect(new Set(codes.slice(0, -1))).toEqual(new Set([4413]));
  await alone.close();
});

test('a flood of presence', async () => {
  const { socket, closed } = await house.dial();
  for (let clock = 1; clock < 2_000; clock++) socket.send(presenceMessage([{ client: 7, clock, state: '{}' }]));
  expect(await closed).toBe(4429);
});

test('a flood of pings', async () => {
  const { socket, closed } = await house.dial();
  for (let n = 0; n < 2_000; n++) socket.ping();
  // The close frame may drown in the pings that were already under way.
  expect([4429, 1006]).toContain(await closed);
});

test('nobody speaks for somebody else', async () => {
  bystander.provider.awareness.setLocalStateField('name', 'bystander');
  const { clientID: id } = bystander.document.content;
  const spoofer = await house.dial();
  await until(() => presenceOf(spoofer.heard, id)?.includes('bystander') === true);
  spoofer.socket.send(presenceMessage([{ client: id, clock: 1_000_000, state: 'null' }]));
  spoofer.socket.send(
    presenceMessage([
      { client: 42, clock: 1, state: '{"name":"spoofer"}' },
      { client: id, clock: 1_000_001, state: '{"name":"nobody"}' },
    ]),
  );
  spoofer.socket.send(presenceMessage([{ client: 43, clock: 1, state: '{"name":"second"}' }]));
  const onlooker = await house.dial();
  await until(() => presenceOf(onlooker.heard, 42) !== undefined);
  expect(presenceOf(onlooker.heard, id)).toContain('bystander');
  expect(presenceOf(onlooker.heard, 43)).toBeUndefined();
  expect(bystander.provider.awareness.getLocalState()).toEqual({ name: 'bystander' });
});

function presenceOf(heard: readonly Uint8Array[], client: number): string | undefined {
  return heard
    .flatMap((bytes) => {
      const message = readMessage(bytes);
      return 'type' in message && message.type === 'presence' ? message.present : [];
    })
    .findLast((said) => said.client === client)?.state;
}

test.each([
  '__proto__',
  '__proto__/x',
  'constructor/prototype',
  'day',
  'day/',
  'day/yesterday',
  'day/2025-02-30',
  'notes/1',
  'day/2025-02-05/more',
  '',
])('the name %j is closed for good, and the client does not come back', async (name) => {
  const { closed } = await house.dial(name);
  expect(await closed).toBe(4404);
  expect(house.rooms.open).toBe(1);
});

test.each(['day/../../etc/passwd', '../api/events', 'day/%2e%2e', 'day//x', 'day/%00'])('the name %j is no request', async (name) => {
  const line = await dialRaw(house.port);
  line.write(handshake(`/sync/${name}`));
  expect(await line.ended).toMatch(/^HTTP\/1\.1 400 /);
});

test('another site, another host, another path: no socket', async () => {
  for (const [path, headers, status] of [
    [`/sync/${PAGE}`, { Origin: 'https://elsewhere.example' }, 403],
    [`/sync/${PAGE}`, { Origin: 'null' }, 403],
    [`/sync/${PAGE}`, { Host: 'elsewhere.example' }, 421],
    ['/api/events', {}, 404],
  ] as const) {
    const line = await dialRaw(house.port);
    line.write(handshake(path, headers));
    expect(await line.ended).toContain(`HTTP/1.1 ${status} `);
  }
});

test('an upgrade without a key, with a wrong one, of a wrong version', async () => {
  for (const headers of [{ 'Sec-WebSocket-Key': '' }, { 'Sec-WebSocket-Key': 'short' }, { 'Sec-WebSocket-Version': '7' }]) {
    const line = await dialRaw(house.port);
    line.write(handshake(`/sync/${PAGE}`, headers));
    expect(await line.ended).toMatch(/^HTTP\/1\.1 4\d\d /);
  }
});

test('a connection reset during the upgrade, a hundred times', async () => {
  for (let n = 0; n < 100; n++) {
    const line = await dialRaw(house.port);
    line.write(handshake(`/sync/${PAGE}`));
    line.reset();
  }
  await until(() => house.rooms.open === 1);
  expect(house.workspace.read((sql) => readDocument(sql, PAGE)).updates.length).toBeLessThanOrEqual(1);
});

test.each([
  ['bad UTF-8 in a text frame', frame(0x81, [0xc3, 0x28])],
  ['a continuation of nothing', frame(0x80, [1])],
  ['a reserved opcode', frame(0x83, [1])],
  ['reserved bits', frame(0xf2, [1])],
  ['no mask', Buffer.from([0x82, 1, 0])],
  ['a ping that is cut up', frame(0x09, [1])],
])('%s ends the connection, and no other', async (_, bytes) => {
  const line = await dialRaw(house.port);
  line.write(handshake(`/sync/${PAGE}`));
  await line.until('\r\n\r\n');
  line.write(bytes);
  expect(await line.ended).toContain('101 Switching Protocols');
});

test('a message in thousands of tiny fragments', async () => {
  const line = await dialRaw(house.port);
  line.write(handshake(`/sync/${PAGE}`));
  await line.until('\r\n\r\n');
  line.write(Buffer.concat([frame(0x02, [0]), ...Array.from({ length: 20_000 }, () => frame(0x00, []))]));
  expect(await line.ended).toContain('101 Switching Protocols');
});

test('a reader that reads nothing is let go, however often it asks', async () => {
  addParagraph(bystander.document, 'x'.repeat(200_000));
  await until(() => bystander.stored() >= 2);
  const line = await dialRaw(house.port);
  line.write(handshake(`/sync/${PAGE}`));
  await line.until('\r\n\r\n');
  line.pause();
  const here = presenceMessage([{ client: 77, clock: 1, state: '{}' }]);
  line.write(frame(0x82, [...here]));
  const isHere = () => bystander.provider.awareness.getStates().has(77);
  await until(isHere);
  const whole = frame(0x82, [...stateVectorMessage(new Uint8Array([0]))]);
  line.write(Buffer.concat(Array.from({ length: limits.messagesAtOnce - 10 }, () => whole)));
  await until(() => !isHere());
  expect(bystander.provider.wsconnected).toBe(true);
  line.reset();
});

test('so many sockets for one user, and no more', async () => {
  const crowded = await openHouse({ oneUser: true });
  const sockets = [];
  for (let n = 0; n < limits.socketsPerUser; n++) sockets.push(await crowded.dial());
  const { closed } = await crowded.dial();
  expect(await closed).toBe(4429);
  sockets[0]?.socket.close();
  await sockets[0]?.closed;
  const next = await crowded.dial();
  await until(() => next.heard.length > 0);
  await crowded.close();
});
