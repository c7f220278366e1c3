import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { addParagraph, areEqual, base64Of, kindOf, openDocument, paragraphsOf, updateSince, type DocumentKind } from '@taffrail/sync';
import { afterEach, expect, test } from 'vitest';
import { openDevice, type Device } from '../src/rooms/testing/device.ts';
import { until } from '../src/rooms/testing/house.ts';
import { findingsIn } from './book.ts';
import { join } from './crew.ts';
import { inScratchFolder } from './scratch.ts';
import { launchServer, type LaunchedServer } from './serverProcess.ts';
import { expected, openVisitor, type Visitor } from './visitor.ts';

const PAGE = 'day/2025-02-05';
const WORKSPACE = { workspace_id: 'main' };
const owned = { name: 'Owner', password: 'four words in a row' };

let server: LaunchedServer;
let devices: Device[] = [];
afterEach(async () => {
  for (const device of devices) device.leave();
  devices = [];
  await server.killNine();
});

const stranger = (token?: string): Visitor => openVisitor(server.port, token === undefined ? {} : { token });

/** Claims the server with what it left in its folder, as whoever started it can. */
async function claim(dataPath: string): Promise<void> {
  const token = readFileSync(pathOf(dataPath, 'setup-token'), 'utf8').trim();
  expect((await stranger().call('GET', '/api/identity/setup')).body).toEqual({ claimed: false });
  await expected(201, stranger().call('POST', '/api/identity/setup', { token, ...owned }));
  const again = await stranger().call('POST', '/api/identity/setup', { token, name: 'Somebody', password: owned.password });
  expect(again.status).not.toBe(201);
}

async function signIn(): Promise<Visitor> {
  const owner = stranger();
  await expected(200, owner.call('POST', '/api/identity/sign-in', owned));
  return owner;
}

/** By the short code that the extension shows and its trader types. */
async function pairExtension(trader: Visitor): Promise<string> {
  const wish = { kind: 'extension', name: 'Chart panel' };
  const { user_code, device_code } = await expected(201, stranger().call('POST', '/api/identity/device-codes', wish));
  expect(await expected(200, trader.call('GET', `/api/identity/device-codes/${user_code}`))).toMatchObject({ ...wish, scope: 'write' });
  await expected(204, trader.call('POST', `/api/identity/device-codes/${user_code}/approve`, WORKSPACE));
  return accessToken(device_code);
}

/** By the secret of the QR code, once both screens show the same digits. */
async function pairPhone(trader: Visitor): Promise<string> {
  const { id, secret } = await expected(201, trader.call('POST', '/api/identity/phone-pairings', WORKSPACE));
  const asked = { secret, name: 'Phone' };
  const { digits, device_code } = await expected(201, stranger().call('POST', '/api/identity/phone-pairings/redeem', asked));
  expect(await expected(200, trader.call('GET', `/api/identity/phone-pairings/${id}`))).toMatchObject({ state: 'waiting', digits });
  await expected(204, trader.call('POST', `/api/identity/phone-pairings/${id}/confirm`));
  return accessToken(device_code);
}

async function accessToken(device_code: string): Promise<string> {
  const { access_token } = await expected(200, stranger().call('POST', '/api/identity/device-tokens', { device_code }));
  return access_token;
}

function open(token: string): Device {
  const document = openDocument(kindOf(PAGE) as DocumentKind);
  const url = `ws://127.0.0.1:${server.port}/sync`;
  const device = openDevice({ url, name: PAGE, document, token, maxBackoffMs: 500 });
  devices.push(device);
  return device;
}

/** Everything that happens from now on; resolves when the stream is at its end, however it came to it. */
async function follow(token: string): Promise<{ readonly ended: Promise<unknown> }> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/sse/events`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return { ended: answer.text().catch(() => 'cut') };
}

const agree = (texts: readonly string[]): boolean =>
  devices.every(({ document }) => areEqual(document, devices[0]!.document) && texts.every((text) => paragraphsOf(document).includes(text)));

test('from the setup link to a page that two people write on two paired devices, through a kill, until one is shut out', () =>
  inScratchFolder(async (dataPath) => {
    server = await launchServer({ dataPath });
    await claim(dataPath);
    const owner = await signIn();
    const second = await join(server.port, owner, 'Member');
    const [extensionToken, phoneToken] = [await pairExtension(owner), await pairPhone(second)];

    const [extension, phone] = [open(extensionToken), open(phoneToken)];
    await Promise.all([extension.synced(), phone.synced()]);
    addParagraph(extension.document, 'gap up, wait for the open');
    addParagraph(phone.document, 'stop under the low of the morning');
    await until(() => extension.stored() >= 2 && phone.stored() >= 2);

    await server.killNine();
    addParagraph(extension.document, 'written without a server');
    addParagraph(phone.document, 'so was this');
    server = await launchServer({ dataPath, port: server.port });
    const all = ['gap up, wait for the open', 'stop under the low of the morning', 'written without a server', 'so was this'];
    await until(() => agree(all));
    expect(paragraphsOf(phone.document)).toHaveLength(all.length);

    const stream = await follow(extensionToken);
    const { devices: listed } = await expected(200, owner.call('GET', '/api/identity/devices'));
    expect(listed).toMatchObject([{ kind: 'extension', name: 'Chart panel' }]);
    await expected(200, owner.call('POST', `/api/identity/devices/${listed[0].id}/revoke`));
    await Promise.all([until(() => extension.closeCodes.at(-1) === 4401), stream.ended]);
    expect((await stranger(extensionToken).call('GET', '/api/events')).status).toBe(401);

    addParagraph(phone.document, 'and the phone goes on');
    const reader = open(phoneToken);
    await until(() => paragraphsOf(reader.document).includes('and the phone goes on'));
    expect(paragraphsOf(extension.document)).not.toContain('and the phone goes on');
    for (const device of devices) device.leave();
    await server.stop();
    expect(findingsIn(dataPath)).toEqual([]);
  }));

/** The files in which something can be read, whatever kind they are. */
function filesThatSay(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => pathOf(folder, name));
  return files.filter((path) => statSync(path).isFile() && readFileSync(path).includes(text));
}

test('an owner deletes a workspace: whoever has it open is cut off, and nothing that was written there is left on the disk', () =>
  inScratchFolder(async (dataPath) => {
    server = await launchServer({ dataPath });
    await claim(dataPath);
    const owner = await signIn();
    const inSwing = { 'taffrail-workspace': 'swing' };
    await expected(201, owner.call('POST', '/api/identity/workspaces', { id: 'swing' }));
    const wish = { name: 'Script', workspace_id: 'swing', scope: 'read' };
    const { token } = await expected(201, owner.call('POST', '/api/identity/script-tokens', wish));
    const [text, note] = ['wait for the retest', openDocument(kindOf(PAGE) as DocumentKind)];
    addParagraph(note, text);
    const update = base64Of(updateSince(note, new Uint8Array([0])) as Uint8Array);
    await expected(200, owner.call('POST', '/api/documents/sync', { documents: [{ name: PAGE, state_vector: 'AA==', update }] }, inSwing));
    const reader = open(token);
    await until(() => paragraphsOf(reader.document).includes(text));
    expect(filesThatSay(dataPath, text)).not.toEqual([]);

    await expected(204, owner.call('DELETE', '/api/identity/workspaces/swing', undefined, inSwing));
    await until(() => reader.closeCodes.at(-1) === 4401);
    expect(filesThatSay(dataPath, text)).toEqual([]);
    expect(readdirSync(pathOf(dataPath, 'workspaces'))).not.toContain('swing');
    expect((await owner.call('GET', '/api/events', undefined, inSwing)).status).toBe(404);
    expect((await stranger(token).call('GET', '/api/events')).status).toBe(401);
    await server.stop();
  }));
