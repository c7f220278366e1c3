import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  addParagraph,
  areEqual,
  base64Of,
  bytesOf,
  openDocument,
  paragraphsOf,
  readStored,
  setTick,
  stateVectorOf,
  takeUpdate,
  ticksOf,
  updateMessage,
  updateSince,
} from '@taffrail/sync';
import { listDocuments, readDocument, StorageFault, type Sql } from '../workspace/index.ts';
import { tombstones } from './testing/hostileUpdates.ts';
import { openHouse, PAGE, pageKind, until, type House } from './testing/house.ts';

let house: House;
afterEach(() => house.close());

const open = async (options?: Parameters<typeof openHouse>[0]): Promise<House> => (house = await openHouse(options));
const stored = (name = PAGE) =>
  openDocument(
    pageKind,
    house.workspace.read((sql) => readDocument(sql, name)),
  );

test('two unmodified y-websocket clients write one page, and it is stored', async () => {
  await open();
  const [phone, desk] = [house.device(), house.device()];
  await Promise.all([phone.synced(), desk.synced()]);
  addParagraph(phone.document, 'gap up, wait for the open');
  setTick(desk.document, 'desk', 'checked the calendar', true);
  await until(() => ticksOf(phone.document).size === 1 && paragraphsOf(desk.document).length === 1);
  await until(() => phone.stored() > 0 && desk.stored() > 0);
  expect(areEqual(stored(), phone.document)).toBe(true);
  expect(house.book.verify().findings).toEqual([]);
});

test('nothing is called stored, or shown to others, before its commit', async () => {
  let fails = false;
  await open({
    sql: (sql): Sql => ({
      ...sql,
      transaction(work) {
        const result = sql.transaction(work);
        if (fails) throw new StorageFault('busy', 'the commit failed');
        return result;
      },
    }),
  });
  const [phone, desk] = [house.device(), house.device()];
  await Promise.all([phone.synced(), desk.synced()]);
  await until(() => phone.stored() > 0);
  const before = phone.stored();
  fails = true;
  addParagraph(phone.document, 'never committed');
  await until(() => phone.closeCodes.length > 0);
  expect(phone.closeCodes[0]).toBe(1013);
  expect(phone.stored()).toBe(before);
  expect(paragraphsOf(desk.document)).toEqual([]);
  fails = false;
  await until(() => paragraphsOf(desk.document).length === 1);
});

test('that an update is stored says so of all before it, however many steps those take', async () => {
  await open();
  const { socket, heard } = await house.dial();
  const [text, holes] = tombstones(pageKind, 20_000);
  const little = openDocument(pageKind);
  addParagraph(little, 'after it');
  for (const update of [text, holes, updateSince(little, new Uint8Array([0])) as Uint8Array]) socket.send(updateMessage(update));
  const count = () => Math.max(0, ...heard.map((message) => readStored(message) ?? 0));
  await until(() => count() >= 2);
  expect(paragraphsOf(stored())).toContain('a'.repeat(20_000));
  await until(() => count() === 3);
  expect(heard.flatMap((message) => readStored(message) ?? [])).toEqual([1, 2, 3]);
  socket.close();
});

test('a default is not seeded again after a restart: the page reads as it did', async () => {
  await open();
  const phone = house.device();
  await phone.synced();
  if (paragraphsOf(phone.document).length === 0) addParagraph(phone.document, 'What is the plan?');
  await until(() => phone.stored() >= 2);
  phone.leave();
  await until(() => house.rooms.open === 0);
  house.reopen();
  const later = house.device();
  await later.synced();
  if (paragraphsOf(later.document).length === 0) addParagraph(later.document, 'What is the plan?');
  expect(paragraphsOf(later.document)).toEqual(['What is the plan?']);
  expect(paragraphsOf(stored())).toEqual(['What is the plan?']);
});

test('a page that cannot be loaded is not opened, is not called synced, and nothing blank takes its place', async () => {
  await open();
  const damaged = new Uint8Array([1, 2, 3, 250, 251]);
  await house.workspace.transact((sql) =>
    sql.run('INSERT INTO document (name, updated_at, snapshot) VALUES (?, ?, ?)', PAGE, '2025-02-05T10:00:00.000Z', damaged),
  );
  const phone = house.device();
  addParagraph(phone.document, 'typed meanwhile');
  await until(() => phone.closeCodes.length >= 2);
  expect(phone.provider.synced).toBe(false);
  expect(house.failures.length).toBeGreaterThan(0);
  expect(house.rooms.open).toBe(0);
  expect(house.workspace.read((sql) => readDocument(sql, PAGE))).toMatchObject({ snapshot: damaged, updates: [] });
});

test('whoever is told to be in sync has all there is', async () => {
  await open();
  const phone = house.device();
  await phone.synced();
  for (let n = 0; n < 50; n++) addParagraph(phone.document, `line ${n}`);
  await until(() => phone.stored() >= 51);
  phone.leave();
  for (let round = 0; round < 5; round++) {
    const desk = house.device();
    await desk.synced();
    expect(paragraphsOf(desk.document)).toHaveLength(50);
    desk.leave();
  }
});

test('rooms do not leak: they are gone with the last who was in them, and so is the hold on the book', async () => {
  await open();
  expect(house.workspace.isIdle()).toBe(true);
  for (let round = 0; round < 10; round++) {
    const device = house.device(`day/2025-02-${10 + round}`);
    await device.synced();
    addParagraph(device.document, 'x');
    await until(() => device.stored() >= 2);
    expect(house.workspace.isIdle()).toBe(false);
    device.leave();
  }
  await until(() => house.rooms.open === 0);
  expect(house.workspace.isIdle()).toBe(true);
  await house.post('/api/documents/sync', { documents: [{ name: PAGE, state_vector: 'AA==' }] });
  expect(house.rooms.open).toBe(0);
});

test('a lost update stalls nothing: whoever skipped one is sent back, and brings it', async () => {
  await open();
  const phone = house.device();
  await phone.synced();
  addParagraph(phone.document, 'first');
  await until(() => phone.stored() >= 2);
  const socket = phone.provider.ws as unknown as { send: (data: unknown) => void };
  const send = socket.send.bind(socket);
  socket.send = () => {};
  addParagraph(phone.document, 'lost on the way');
  socket.send = send;
  addParagraph(phone.document, 'after it');
  await until(() => paragraphsOf(stored()).length === 3);
  expect(phone.closeCodes).toEqual([1013]);
});

test('there is one copy of yjs, for the server and for every client that is tried against it', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8')) as { packages: object };
  expect(Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/yjs'))).toEqual(['node_modules/yjs']);
});

test('devices without a socket catch up in one request, and are told of the others', async () => {
  await open();
  const phone = house.device();
  await phone.synced();
  const note = openDocument(pageKind);
  addParagraph(note, 'from the train');
  const update = updateSince(note, new Uint8Array([0])) as Uint8Array;
  const { status, body } = await house.post('/api/documents/sync', {
    documents: [
      { name: PAGE, state_vector: base64Of(stateVectorOf(note)), update: base64Of(update) },
      { name: 'day/2025-02-06', state_vector: 'AA==' },
      { name: '__proto__/x', state_vector: 'AA==' },
    ],
  });
  expect(status).toBe(200);
  expect(body.documents.map((each: { outcome: string; code?: string }) => each.code ?? each.outcome)).toEqual([
    'synced',
    'synced',
    'no_such_document',
  ]);
  await until(() => paragraphsOf(phone.document).length === 1);
  setTick(phone.document, 'phone', 'done', true);
  await until(() => phone.stored() >= 2);
  const again = await house.post('/api/documents/sync', { documents: [{ name: PAGE, state_vector: base64Of(stateVectorOf(note)) }] });
  takeUpdate(note, bytesOf(again.body.documents[0].update as string));
  expect(areEqual(note, phone.document)).toBe(true);
  expect(house.workspace.read((sql) => listDocuments(sql, 0, 10)).map(({ name }) => name)).toEqual([PAGE]);
});

test('a page has a size, and beyond it nothing is lost on the device', async () => {
  await open();
  const note = openDocument(pageKind);
  const answers: string[] = [];
  for (let n = 0; n < 6; n++) {
    const known = stateVectorOf(note);
    addParagraph(note, 'x'.repeat(200_000));
    const { body } = await house.post('/api/documents/sync', {
      documents: [{ name: PAGE, state_vector: base64Of(known), update: base64Of(updateSince(note, known) as Uint8Array) }],
    });
    answers.push(body.documents[0].code ?? body.documents[0].outcome);
  }
  expect(answers).toEqual(['synced', 'synced', 'synced', 'synced', 'document_full', 'document_full']);
  expect(paragraphsOf(note)).toHaveLength(6);
});

test('who is here: shown to others, echoed to the device, gone when it leaves', async () => {
  await open();
  const [phone, desk] = [house.device(), house.device()];
  await Promise.all([phone.synced(), desk.synced()]);
  phone.provider.awareness.setLocalStateField('name', 'phone');
  const seen = () => desk.provider.awareness.getStates().get(phone.document.content.clientID);
  await until(() => seen()?.['name'] === 'phone');
  phone.leave();
  await until(() => seen() === undefined);
  expect(desk.provider.awareness.getStates().size).toBe(1);
});
