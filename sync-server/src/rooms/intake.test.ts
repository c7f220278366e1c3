import { afterEach, describe, expect, test } from 'vitest';
import {
  addParagraph,
  areEqual,
  base64Of,
  openDocument,
  paragraphsOf,
  readStored,
  setTick,
  stateVectorOf,
  updateMessage,
  updateSince,
  type OpenDocument,
} from '@taffrail/sync';
import { openTurns } from '../http/index.ts';
import { readDocument, StorageFault, type Sql } from '../workspace/index.ts';
import { workspaceBench } from '../workspace/testing/bench.ts';
import { limits } from './limits.ts';
import { openRoom } from './room.ts';
import { sentenceIn } from './testing/guardedHouse.ts';
import { openHouse, PAGE, pageKind, until, type House } from './testing/house.ts';

/** A fifth of what a page holds, and less than a message. */
const LETTERS = 190_000;

/** What `write` adds to a page. */
function written(page: OpenDocument, write: () => void): Uint8Array {
  const known = stateVectorOf(page);
  write();
  return updateSince(page, known) as Uint8Array;
}

/** Empties a page and fills it again: it never says more than a fifth of what it may, and soon has been through more than that. */
const rewritten = (page: OpenDocument, letter: string): Uint8Array =>
  written(page, () => {
    const body = page.content.getXmlFragment('body');
    page.content.transact(() => {
      body.delete(0, body.length);
      addParagraph(page, letter.repeat(LETTERS));
    });
  });

/** Everything is asked of it in one go: nothing is compacted in between, on however fast a machine. */
function roomOfItsOwn(bookBytes: number = limits.bookBytes) {
  const workspace = workspaceBench().open();
  const failures: unknown[] = [];
  let bytesLeft = bookBytes;
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const room = openRoom({
    workspace,
    name: PAGE,
    kind: pageKind,
    bytesLeft: () => bytesLeft,
    grown: (bytes) => void (bytesLeft -= bytes),
    turns: openTurns(),
    failed: (_, error) => failures.push(error),
    closed: resolve,
  });
  const told: string[] = [];
  const member = {
    send: () => {},
    comeBack: () => void told.push('come back'),
    hold: () => void told.push('hold'),
    goOn: () => void told.push('go on'),
  };
  const kept = () =>
    openDocument(
      pageKind,
      workspace.read((sql) => readDocument(sql, PAGE)),
    );
  return { room, member, told, closed, failures, kept };
}

describe('a page that was written in faster than it is compacted', () => {
  test('takes all of it, in its order, and holds whoever sent it meanwhile', async () => {
    const { room, member, told, closed, failures, kept } = roomOfItsOwn();
    const page = openDocument(pageKind);
    const updates = Array.from('abcdefghijkl', (letter) => rewritten(page, letter));
    updates.push(written(page, () => setTick(page, 'phone', 'stop set', true)));
    const taken = updates.map(async (update) => room.take(update, member));
    expect(told.filter((what) => what === 'hold')).toHaveLength(8);
    expect(await Promise.all(taken)).toEqual(updates.map(() => undefined));
    expect(told.filter((what) => what === 'go on')).toHaveLength(8);
    expect(areEqual(kept(), page)).toBe(true);
    room.closeIfEmpty();
    await closed;
    expect(failures).toEqual([]);
  });

  test('lets nobody wait for a room that is given up, and keeps what was stored', async () => {
    const { room, closed, kept } = roomOfItsOwn();
    const page = openDocument(pageKind);
    const updates = Array.from('abcdefgh', (letter) => rewritten(page, letter));
    const taken = updates.map(async (update) => room.take(update));
    await taken[4];
    const waiting = Promise.allSettled(taken.slice(5));
    room.giveUp();
    for (const { status, reason } of (await waiting) as PromiseRejectedResult[]) {
      expect([status, reason]).toEqual(['rejected', expect.objectContaining({ name: 'StorageFault', kind: 'busy' })]);
    }
    await closed;
    expect(paragraphsOf(kept())).toEqual(['e'.repeat(LETTERS)]);
  });

  test('lets only so much wait; whoever sends more is told to come back with it', async () => {
    const { room, member, told, kept } = roomOfItsOwn();
    const page = openDocument(pageKind);
    const fitting = 5 + Math.floor(limits.waitingBytes / LETTERS);
    const updates = Array.from({ length: fitting + 1 }, (_, n) => rewritten(page, `${n % 10}`));
    const taken = updates.map(async (update) => room.take(update, member));
    expect(told.slice(-2)).toEqual(['hold', 'come back']);
    await expect(taken.pop()).rejects.toThrow(StorageFault);
    await Promise.all(taken);
    expect(paragraphsOf(kept())).toEqual([`${(fitting - 1) % 10}`.repeat(LETTERS)]);
  });
});

test('a book has room for so much, and what is deleted there makes room again', async () => {
  const { room, kept } = roomOfItsOwn(2.5 * LETTERS);
  const page = openDocument(pageKind);
  for (const letter of 'abc') expect(await room.take(rewritten(page, letter))).toBeUndefined();
  expect(paragraphsOf(kept())).toEqual(['c'.repeat(LETTERS)]);
  const more = written(page, () => addParagraph(page, 'd'.repeat(2 * LETTERS)));
  expect(await room.take(more)).toMatchObject({ code: 'documents_full', details: { limit_bytes: limits.bookBytes } });
  expect(paragraphsOf(kept())).toEqual(['c'.repeat(LETTERS)]);
});

describe('through its doors', () => {
  let house: House;
  afterEach(() => house.close());
  const kept = () =>
    openDocument(
      pageKind,
      house.workspace.read((sql) => readDocument(sql, PAGE)),
    );

  async function bring(page: OpenDocument, update: Uint8Array): Promise<string> {
    const { body } = await house.post('/api/documents/sync', {
      documents: [{ name: PAGE, state_vector: base64Of(stateVectorOf(page)), update: base64Of(update) }],
    });
    return body.documents[0].code ?? body.documents[0].outcome;
  }

  test('a socket that writes faster than its page is compacted stays open, and so do the others', async () => {
    house = await openHouse();
    const desk = house.device();
    await desk.synced();
    const { socket, heard } = await house.dial();
    const page = openDocument(pageKind);
    for (const letter of 'abcdefgh') socket.send(updateMessage(rewritten(page, letter)));
    setTick(desk.document, 'desk', 'still here', true);
    const late = house.device();
    await late.synced();
    const count = () => Math.max(0, ...heard.map((message) => readStored(message) ?? 0));
    await until(() => count() === 8 && desk.stored() === 2);
    expect(socket.readyState).toBe(socket.OPEN);
    await until(() => areEqual(late.document, desk.document));
    expect(areEqual(kept(), late.document)).toBe(true);
    expect(paragraphsOf(late.document)).toEqual(['h'.repeat(LETTERS)]);
    expect([...desk.closeCodes, ...late.closeCodes, ...house.failures]).toEqual([]);
    socket.close();
  });

  test('a socket that writes more than a page holds is told so, once all before it is stored', async () => {
    house = await openHouse();
    const { socket, heard, closed } = await house.dial();
    const page = openDocument(pageKind);
    for (const letter of 'abcdefg') socket.send(updateMessage(written(page, () => addParagraph(page, letter.repeat(LETTERS)))));
    expect(await closed).toBe(4429);
    expect(sentenceIn(heard)).toMatch(/has reached 1000000 bytes/);
    expect(heard.flatMap((message) => readStored(message) ?? [])).toEqual([1, 2, 3, 4, 5]);
    expect(paragraphsOf(kept())).toHaveLength(5);
  });

  test('what is deleted makes room at once', async () => {
    house = await openHouse();
    const page = openDocument(pageKind);
    for (const letter of 'abcde')
      await bring(
        page,
        written(page, () => addParagraph(page, letter.repeat(LETTERS))),
      );
    await until(() => house.rooms.open === 0);
    expect(
      await bring(
        page,
        written(page, () => page.content.getXmlFragment('body').delete(0, 4)),
      ),
    ).toBe('synced');
    expect(
      await bring(
        page,
        written(page, () => addParagraph(page, 'f'.repeat(LETTERS))),
      ),
    ).toBe('synced');
    expect(paragraphsOf(kept())).toEqual(['e'.repeat(LETTERS), 'f'.repeat(LETTERS)]);
  });

  test('a page that cannot be compacted is as large as it is stored', async () => {
    house = await openHouse({
      sql: (sql): Sql => ({
        ...sql,
        run(statement, ...params) {
          if (statement.includes('snapshot =')) throw new StorageFault('busy', 'held elsewhere');
          sql.run(statement, ...params);
        },
      }),
    });
    const page = openDocument(pageKind);
    const answers: string[] = [];
    for (const letter of 'abcdef') answers.push(await bring(page, rewritten(page, letter)));
    expect(answers.at(-1)).toBe('document_full');
    expect(new Set(answers.slice(0, -1))).toEqual(new Set(['synced']));
    expect(house.failures.length).toBeGreaterThan(0);
  });
});
