import { afterEach, beforeEach, expect, test } from 'vitest';
import { addParagraph, areEqual, openDocument, paragraphsOf, type OpenDocument } from '@taffrail/sync';
import { insideOf } from '../http/testing/trustingEdge.ts';
import type { Visitor } from '../identity/testing/identityBench.ts';
import { workspaceBench } from '../workspace/testing/bench.ts';
import { openTickets } from './index.ts';
import { limits } from './limits.ts';
import { openGuardedHouse, type GuardedHouse } from './testing/guardedHouse.ts';
import { openDevice, type Device } from './testing/device.ts';
import { PAGE, pageKind, until } from './testing/house.ts';

let house: GuardedHouse;
let owner: Visitor;
const devices: Device[] = [];

beforeEach(async () => {
  house = await openGuardedHouse();
  owner = await house.claim();
});

afterEach(async () => {
  for (const device of devices.splice(0)) device.leave();
  await house.close();
});

/** A page in somebody's browser, and the tickets it asked for. */
function pageOf(person: Visitor) {
  const tickets: string[] = [];
  const askForTicket = async (): Promise<string> => {
    const ticket = (await house.ticketFor(person)) ?? '';
    tickets.push(ticket);
    return ticket;
  };
  const url = `ws://127.0.0.1:${house.port}/sync`;
  const device = openDevice({ url, name: PAGE, document: openDocument(pageKind), askForTicket, maxBackoffMs: 200 });
  devices.push(device);
  return { ...device, tickets };
}

test('an unmodified client of y-websocket syncs by tickets, and asks for another before each time it comes back', async () => {
  const [desk, panel] = [pageOf(owner), pageOf(owner)];
  await Promise.all([desk.synced(), panel.synced()]);
  for (let round = 1; round <= 3; round++) {
    desk.provider.ws?.close();
    addParagraph(desk.document, `written while away, time ${round}`);
    await until(() => paragraphsOf(panel.document).length === round);
  }
  expect(new Set(desk.tickets).size).toBe(4);
  expect(desk.closeCodes.every((code) => code < 4400)).toBe(true);
});

test('it stays away once it is signed out', async () => {
  const desk = pageOf(owner);
  await desk.synced();
  await owner.call('POST', '/api/identity/sign-out');
  await until(() => desk.closeCodes.length > 0);
  expect(desk.closeCodes).toEqual([4401]);
  expect(desk.provider.shouldConnect).toBe(false);
});

test('tickets are bounded over all users, and there is room again once they are too old', () => {
  const [now, later] = ['2025-02-05T10:30:00.000Z', '2025-02-05T10:30:30.000Z'];
  let clock = now;
  const tickets = openTickets({ admitAgain: (inside) => inside }, () => clock);
  const workspace = workspaceBench().open();
  const askAs = (n: number) => tickets.issue(insideOf(workspace, `trader ${Math.floor(n / limits.ticketsPerUser)}`));
  for (let n = 0; n < limits.tickets; n++) expect(askAs(n)).toHaveProperty('ticket');
  expect(askAs(limits.tickets)).toMatchObject({ code: 'too_many_tickets', details: { retry_after_seconds: 30 } });
  clock = later;
  expect(askAs(limits.tickets)).toHaveProperty('ticket');
  workspace.close();
});

/** Bold here and there, as an editor does it. */
function format({ content }: OpenDocument, from: number, length: number, isBold: boolean): void {
  const paragraph = content.getXmlFragment('body').get(0) as unknown as {
    readonly firstChild: { format(from: number, length: number, attributes: object): void };
  };
  paragraph.firstChild.format(from, length, { bold: isBold ? true : null });
}

test('a reader is not taken for a writer, however much others format at once: what a client would tidy is tidied before it is told', async () => {
  const viewer = await house.join(owner, 'Viewer', 'viewer');
  const [desk, panel, reader] = [pageOf(owner), pageOf(owner), pageOf(viewer)];
  await Promise.all([desk.synced(), panel.synced(), reader.synced()]);
  addParagraph(desk.document, 'a line that two people format while neither sees the other do it');
  await until(() => areEqual(desk.document, panel.document));
  for (let round = 0; round < 40; round++) {
    format(desk.document, (round * 7) % 40, 10, round % 3 > 0);
    format(panel.document, (round * 11) % 40, 12, round % 2 > 0);
    if (round % 5 === 0) await until(() => areEqual(desk.document, panel.document));
  }
  await until(() => areEqual(desk.document, panel.document) && areEqual(desk.document, reader.document));
  expect(reader.closeCodes).toEqual([]);
});
