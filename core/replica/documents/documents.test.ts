import {
  addParagraph,
  areEqual,
  kindOf,
  merged,
  onWriting,
  openDocument,
  paragraphsOf,
  syncLimits,
  type DocumentKind,
} from '@taffrail/sync';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compareAgain } from './compareAgain.ts';
import type { HeldDocument } from './index.ts';
import { openShelf } from './shelf.ts';
import { openDesk, type Desk } from './testing/desk.ts';
import { openHouse, type House } from './testing/house.ts';

const PAGE = 'day/2025-02-05';
const page = kindOf(PAGE) as DocumentKind;
const NEVER = new AbortController().signal;

let house: House;
let desks: Desk[];
beforeEach(() => {
  house = openHouse();
  desks = [];
});
afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.close()));
});

async function device(): Promise<Desk> {
  const desk = await openDesk();
  desks.push(desk);
  return desk;
}

const eventually = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 4_000, interval: 5 });
const onServer = (held: HeldDocument): Promise<void> =>
  eventually(() => expect(held.saved.value).toEqual({ onDevice: true, onServer: true }));
const onDevice = (held: HeldDocument): Promise<void> => eventually(() => expect(held.saved.value.onDevice).toBe(true));
const shelved = async (desk: Desk) => paragraphsOf(openDocument(page, (await openShelf(desk.database, PAGE).read()).stored));
async function cutOff(held: HeldDocument): Promise<void> {
  house.cut();
  await eventually(() => expect(held.attendance.value).toBe('away'));
}
const refused = (held: HeldDocument) => held.problem.value?.code;

describe('what is written', () => {
  it('is on the device without a server, and says that it is nowhere else', async () => {
    const desk = await device();
    const held = await desk.tab().open(PAGE);
    addParagraph(held.document, 'wait for the retest');
    expect(held.saved.value).toEqual({ onDevice: false, onServer: false });
    await onDevice(held);
    expect(held.saved.value).toEqual({ onDevice: true, onServer: false });
    expect(await shelved(desk)).toEqual(['wait for the retest']);
  });

  it('reaches the server and another device while both look at it', async () => {
    const here = await (await device()).tab(house).open(PAGE);
    const there = await (await device()).tab(house).open(PAGE);
    addParagraph(here.document, 'from here');
    await onServer(here);
    await eventually(() => expect(paragraphsOf(there.document)).toEqual(['from here']));
    addParagraph(there.document, 'from there');
    await eventually(() => expect(paragraphsOf(here.document)).toEqual(['from here', 'from there']));
  });

  it('offline on two devices is there once on both when they come back', async () => {
    const [one, other] = [await device(), await device()];
    house.isReachable = false;
    const here = await one.tab(house).open(PAGE);
    const there = await other.tab(house).open(PAGE);
    for (const n of [1, 2, 3]) {
      addParagraph(here.document, `here ${n}`);
      addParagraph(there.document, `there ${n}`);
      await onDevice(here);
    }
    house.isReachable = true;
    one.wake();
    other.wake();
    await onServer(here);
    await onServer(there);
    await eventually(() => expect(areEqual(here.document, there.document)).toBe(true));
    expect(paragraphsOf(here.document).toSorted()).toEqual(['here 1', 'here 2', 'here 3', 'there 1', 'there 2', 'there 3']);
  });

  it('is not called saved on the server before the server says so', async () => {
    house.isSilent = true;
    const desk = await device();
    const held = await desk.tab(house).open(PAGE);
    addParagraph(held.document, 'taken, and not stored');
    await eventually(() => expect(paragraphsOf(house.document(PAGE))).toHaveLength(1));
    await onDevice(held);
    expect(held.saved.value.onServer).toBe(false);
    house.isSilent = false;
    await cutOff(held);
    desk.wake();
    await onServer(held);
    expect(paragraphsOf(house.document(PAGE))).toEqual(['taken, and not stored']);
  });

  it('survives a tab that is closed while it is being saved, and goes up from the next', async () => {
    const desk = await device();
    house.isReachable = false;
    const held = await desk.tab(house).open(PAGE);
    addParagraph(held.document, 'the last thing');
    await held.letGo();
    expect(await shelved(desk)).toEqual(['the last thing']);
    house.isReachable = true;
    expect(await desk.tab(house).catchUp(NEVER)).toMatchObject({ kind: 'answered' });
    expect(paragraphsOf(house.document(PAGE))).toEqual(['the last thing']);
    expect(await desk.waiting()).toBe(0);
  });

  it('is told to whoever wants to know, also where it came from elsewhere while nobody had it open', async () => {
    const [desk, phone] = [await device(), await device()];
    const tab = phone.tab(house);
    let heard = 0;
    const stop = tab.onWritten(() => (heard += 1));
    const there = await desk.tab(house).open(PAGE);
    addParagraph(there.document, 'from the desk');
    await onServer(there);
    expect(heard).toBe(0);
    await tab.catchUp(NEVER);
    expect(heard).toBeGreaterThan(0);
    const before = heard;
    await (await tab.open(PAGE)).letGo();
    expect(heard).toBe(before);
    stop();
    const here = await tab.open(PAGE);
    addParagraph(here.document, 'and back');
    await onDevice(here);
    expect(heard).toBe(before);
  });

  it('in one tab shows in the other, and neither overwrites the other', async () => {
    const desk = await device();
    const left = await desk.tab().open(PAGE);
    const right = await desk.tab().open(PAGE);
    addParagraph(left.document, 'left');
    addParagraph(right.document, 'right');
    await eventually(() => expect(areEqual(left.document, right.document)).toBe(true));
    expect((await shelved(desk)).toSorted()).toEqual(['left', 'right']);
  });

  it('where there is no room is said not to be saved, reaches the server all the same, and is written once there is', async () => {
    const desk = await device();
    const held = await desk.tab(house).open(PAGE);
    const writing = vi.spyOn(desk.database, 'transaction').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
    addParagraph(held.document, 'no room');
    await eventually(() => expect(refused(held)).toBe('storage_full'));
    expect(held.saved.value.onDevice).toBe(false);
    expect(writing).toHaveBeenCalled();
    await desk.close();
    desks.pop();
  });
});

describe('named deaths of other clients', () => {
  it('a document that cannot be read is not opened as a blank one', async () => {
    const desk = await device();
    await desk.database.document.put({ name: PAGE, folded_place: 0, snapshot: new Uint8Array([9, 9, 9]) });
    await expect(desk.tab(house).open(PAGE)).rejects.toThrow(/./);
    expect(house.dials).toEqual([]);
  });

  it('opening a page writes nothing, however often and wherever it is opened', async () => {
    for (let n = 0; n < 3; n++) {
      const desk = await device();
      const held = await desk.tab(house).open(PAGE);
      await eventually(() => expect(held.attendance.value).toBe('together'));
      await held.letGo();
      expect(await desk.waiting()).toBe(0);
    }
    expect(paragraphsOf(house.document(PAGE))).toEqual([]);
  });

  it('an update that is lost on the way does not stall those behind it', async () => {
    const here = await (await device()).tab(house).open(PAGE);
    const there = await (await device()).tab(house).open(PAGE);
    await eventually(() => expect([here.attendance.value, there.attendance.value]).toEqual(['together', 'together']));
    house.losesUpdates = true;
    addParagraph(here.document, 'lost');
    await onServer(here);
    house.losesUpdates = false;
    addParagraph(here.document, 'behind it');
    await eventually(() => expect(paragraphsOf(there.document)).toEqual(['lost', 'behind it']));
  });

  it('a server that forgot what it had is told again, over the socket and over HTTP', async () => {
    const desk = await device();
    const held = await desk.tab(house).open(PAGE);
    addParagraph(held.document, 'kept here');
    await onServer(held);
    house.forget();
    await cutOff(held);
    desk.wake();
    await eventually(() => expect(paragraphsOf(house.document(PAGE))).toEqual(['kept here']));
    await held.letGo();

    house.forget();
    await compareAgain(desk.database);
    const tab = desk.tab(house);
    await tab.catchUp(NEVER);
    expect(paragraphsOf(house.document(PAGE))).toEqual(['kept here']);
    expect(await desk.waiting()).toBe(0);
  });

  it('a final answer ends the coming back, and the page goes on travelling over HTTP', async () => {
    const desk = await device();
    const tab = desk.tab(house);
    const held = await tab.open(PAGE);
    await eventually(() => expect(held.attendance.value).toBe('together'));
    house.cut(4429);
    await eventually(() => expect(held.attendance.value).toBe('refused'));
    expect(house.dials).toHaveLength(1);
    addParagraph(held.document, 'all the same');
    await onDevice(held);
    await tab.catchUp(NEVER);
    expect(held.saved.value.onServer).toBe(true);
    expect(paragraphsOf(house.document(PAGE))).toEqual(['all the same']);
  });
});

describe('over HTTP', () => {
  it('many documents come and go in requests of as many as one takes', async () => {
    const names = Array.from(
      { length: syncLimits.documentsPerRequest + 5 },
      (_, n) => `notes/00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    );
    const desk = await device();
    const tab = desk.tab(house);
    house.isReachable = false;
    for (const name of names) {
      const held = await tab.open(name);
      addParagraph(held.document, name);
      await held.letGo();
    }
    house.isReachable = true;
    await tab.catchUp(NEVER);
    expect(house.requests.slice(0, 2)).toEqual([syncLimits.documentsPerRequest, 5]);
    expect(await desk.waiting()).toBe(0);

    const other = await device();
    const reader = other.tab(house);
    await reader.catchUp(NEVER);
    expect(await reader.names('notes')).toEqual(names);
    const before = house.requests.length;
    await reader.catchUp(NEVER);
    expect(house.requests).toHaveLength(before);
  });

  it('what is too large for a message and cannot be parted goes that way, and the socket goes on behind it', async () => {
    const desk = await device();
    const written: Uint8Array[] = [];
    for (const author of [openDocument(page), openDocument(page)]) {
      onWriting(author, (update) => written.push(update));
      addParagraph(author, 'x'.repeat(syncLimits.messageBytes / 2));
    }
    await openShelf(desk.database, PAGE).append([{ content: merged(written), waits: true }]);
    const held = await desk.tab(house).open(PAGE);
    await eventually(() => expect([house.requests, held.attendance.value]).toEqual([[1], 'away']));
    await onServer(held);
    await eventually(() => {
      desk.wake();
      expect(held.attendance.value).toBe('together');
    });
    addParagraph(held.document, 'small');
    await onServer(held);
    expect(paragraphsOf(house.document(PAGE)).map((text) => text.length)).toEqual([
      syncLimits.messageBytes / 2,
      syncLimits.messageBytes / 2,
      5,
    ]);
  });

  it('a megabyte that was pasted goes up in pieces, by the socket as well as without one', async () => {
    const talking = await device();
    const held = await talking.tab(house).open(PAGE);
    await eventually(() => expect(held.attendance.value).toBe('together'));
    addParagraph(held.document, 'x'.repeat(syncLimits.bodyBytes));
    await onServer(held);
    expect([house.requests, held.attendance.value]).toEqual([[], 'together']);
    const alone = await device();
    const offline = await alone.tab().open(PAGE);
    addParagraph(offline.document, 'y'.repeat(syncLimits.bodyBytes));
    await offline.letGo();
    await alone.tab(house).catchUp(NEVER);
    expect(await alone.waiting()).toBe(0);
    expect(
      paragraphsOf(house.document(PAGE))
        .map((text) => `${text[0]} ${text.length}`)
        .toSorted(),
    ).toEqual([`x ${syncLimits.bodyBytes}`, `y ${syncLimits.bodyBytes}`]);
  });

  it('months of writing alone, each day by another author, find their way up', async () => {
    const desk = await device();
    for (let n = 0; n < syncLimits.clientsPerUpdate + 20; n++) {
      const held = await desk.tab().open(PAGE);
      addParagraph(held.document, `day ${n}`);
      await held.letGo();
    }
    await desk.tab(house).catchUp(NEVER);
    expect(paragraphsOf(house.document(PAGE))).toHaveLength(syncLimits.clientsPerUpdate + 20);
    expect(await desk.waiting()).toBe(0);
  });

  it('what the server refuses stays, with the reason', async () => {
    const desk = await device();
    await openShelf(desk.database, PAGE).append([{ content: new Uint8Array([1, 1, 7, 5, 0x84, 7, 4, 1, 120, 0]), waits: true }]);
    expect(await desk.tab(house).catchUp(NEVER)).toMatchObject({ kind: 'answered' });
    expect(await desk.database.writing.toArray()).toMatchObject([{ waits: PAGE, refused: { code: 'update_out_of_turn' } }]);
  });
});

it('many updates become a snapshot that reads the same, and what waits still goes up', async () => {
  const desk = await device();
  const author = openDocument(page);
  const shelf = openShelf(desk.database, PAGE);
  const written: Uint8Array[] = [];
  onWriting(author, (update) => written.push(update));
  for (let n = 0; n < 250; n++) addParagraph(author, `line ${n}`);
  for (const content of written) await shelf.append([{ content, waits: true }]);
  await shelf.fold(page);
  expect(await desk.database.writing.count()).toBeLessThan(10);
  expect(await shelved(desk)).toEqual(paragraphsOf(author));
  const held = await desk.tab().open(PAGE);
  addParagraph(held.document, 'after');
  await held.letGo();
  await desk.tab(house).catchUp(NEVER);
  expect(paragraphsOf(house.document(PAGE))).toEqual([...paragraphsOf(author), 'after']);
  expect(await desk.waiting()).toBe(0);
});

it('two who look at one page see each other, until one leaves', async () => {
  const here = await (await device()).tab(house).open(PAGE);
  const there = await (await device()).tab(house).open(PAGE);
  here.company.awareness.setLocalStateField('user', { name: 'Owner' });
  await eventually(() => expect([...there.company.others().values()]).toEqual([{ user: { name: 'Owner' } }]));
  await here.letGo();
  await eventually(() => expect(there.company.others().size).toBe(0));
});
