import { createHash } from 'node:crypto';
import { isRefusal } from '@taffrail/domain/kernel';
import { addParagraph, areEqual, bodyOf, openDocument, kindOf, type DocumentKind } from '@taffrail/sync';
import { describe, expect, it } from 'vitest';
import { openDocuments } from '../documents/index.ts';
import { openShelf } from '../documents/shelf.ts';
import type { Files, Replica } from '../index.ts';
import { allSent, does, openAccount, createPosition, positionId, idOf, recordFill } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import { readExport } from './index.ts';
import { archiveOf, booksOf, manifestOf, openBook, pack, textOf, unpack, type Packed } from './testing/exchangeDesk.ts';

const desk = desks();
const DAY = 'day/2026-03-10';

const pngOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new TextEncoder().encode(text)]);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const chart = pngOf('chart');
const lost = pngOf('on the server only');

const held: Pick<Files, 'find'> = { find: async (hash) => (hash === hashOf(chart) ? new Blob([chart]) : undefined) };

const attach = (n: number, picture: Uint8Array) => ({
  type: 'AddAttachment',
  aggregate_id: idOf(n),
  payload: {
    subject: { type: 'position', id: positionId(1) },
    hash: hashOf(picture),
    media_type: 'image/png',
    bytes: picture.length,
    width: 8,
    height: 6,
    file_name: 'chart.png',
  },
});

/** A book of this device alone with something of each kind in it. */
async function filledDesk() {
  const opened = desk({ attached: false });
  const replica = await opened.openTab();
  await does(replica, openAccount, createPosition(1), recordFill(1, '100'), attach(70, chart), attach(71, lost));
  await write(replica);
  return { opened, replica, packed: await pack(replica, held) };
}

async function write({ ground: { bookId, database, surroundings } }: Replica): Promise<void> {
  const documents = openDocuments({ bookId, database, line: undefined, surroundings, waitingChanged: () => {}, untended: () => {} });
  const page = await documents.open(DAY);
  addParagraph(page.document, 'Waited for the open.');
  addParagraph(page.document, 'Said in anger.');
  const body = bodyOf(page.document);
  body.delete(body.length - 1, 1);
  await page.letGo();
  await documents.close();
}

async function readPage({ ground: { database } }: Replica) {
  return openDocument(kindOf(DAY) as DocumentKind, (await openShelf(database, DAY).read()).stored);
}

describe('an export of a book', () => {
  it('says what is in it, and what it lacks', async () => {
    const { packed } = await filledDesk();
    expect(manifestOf(packed)).toMatchObject({
      format: 'taffrail',
      book: 'Mine',
      log_id: null,
      contents: {
        facts: 0,
        waiting: 5,
        accounts: ['Main'],
        positions: 1,
        first_day: '2026-03-10',
        last_day: '2026-03-10',
        documents: 1,
        attachments: 1,
      },
      missing: { facts: 0, attachments: [hashOf(lost)] },
    });
    expect(textOf(packed, 'positions.csv')).toContain('AAPL');
    expect(textOf(packed, 'fills.csv').split('\r\n')).toHaveLength(3);
  });

  it('gives back documents with what was deleted in them, and files byte for byte', async () => {
    const { opened, replica, packed } = await filledDesk();
    const restored = await openBook(opened, await unpack(opened, archiveOf(packed)));
    const [before, after] = [await readPage(replica), await readPage(restored)];
    expect(areEqual(before, after)).toBe(true);
    expect(bodyOf(after).toJSON()).toContain('Waited for the open.');
    expect(await restored.ground.database.file.toArray()).toMatchObject([
      { hash: hashOf(chart), content: chart, waits: hashOf(chart), media_type: 'image/png', width: 8 },
    ]);
    expect(restored.waiting.value).toEqual({ commands: 5, documents: 1, files: 1 });
    const again = await pack(restored, held);
    expect([...again.keys()]).toEqual([...packed.keys()]);
    await restored.close();
  });

  it('keeps conflicts that nobody has resolved', async () => {
    const opened = desk();
    const replica = await opened.openTab();
    await does(replica, openAccount);
    await allSent(replica);
    opened.server.submit([{ type: 'CloseAccount', aggregate_id: idOf(1), payload: {}, expected_version: 1, command_id: 'theirs' }]);
    await does(replica, { type: 'ChangeAccount', aggregate_id: idOf(1), payload: { name: 'Mine' }, expected_version: 1 });
    await allSent(replica);
    const restored = await openBook(opened, await unpack(opened, archiveOf(await pack(replica))));
    expect(restored.conflicts.value).toEqual(replica.conflicts.value);
    expect(restored.conflicts.value).toHaveLength(1);
    await restored.close();
  });

  it('made before all of the history had arrived says so, and is not made into half a book', async () => {
    const opened = desk();
    await does(await opened.openTab(), openAccount, createPosition(1));
    const late = await opened.openDevice();
    await allSent(late);
    await late.ground.database.meta.put({ name: 'place', value: { log_id: 'log-1', seq: 2, history_from: 2 } });
    const packed = await pack(late);
    expect(manifestOf(packed).missing.facts).toBe(2);
    expect(await unpack(opened, archiveOf(packed))).toMatchObject({ code: 'export_partial', details: { facts: 2 } });
  });
});

/** The same file with something else in it, which the manifest agrees with or not. */
function changed(packed: Packed, name: string, bytes: Uint8Array<ArrayBuffer> | undefined, { agrees = false } = {}): Packed {
  const other = new Map(packed);
  if (bytes === undefined) other.delete(name);
  else other.set(name, bytes);
  if (!agrees || bytes === undefined) return other;
  const manifest = manifestOf(packed);
  const listed = manifest.files.map((file) => (file.name === name ? { name, bytes: bytes.length, sha256: hashOf(bytes) } : file));
  return other.set('manifest.json', jsonOf({ ...manifest, files: listed }));
}

const jsonOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
const linesOf = (...values: unknown[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

describe('a file that is no whole export', () => {
  const listing = (name: string, bytes: number, packed: Packed): Packed => {
    const manifest = manifestOf(packed);
    const files = [...manifest.files, { name, bytes, sha256: 'a'.repeat(64) }];
    return new Map(packed).set(name, new Uint8Array(3)).set('manifest.json', jsonOf({ ...manifest, files }));
  };
  const fact = {
    event_id: idOf(900),
    event_seq: 1,
    type: 'PositionAdjusted',
    aggregate_type: 'position',
    aggregate_id: idOf(901),
    aggregate_version: 1,
    occurred_at: '2026-03-10T20:00:00.000Z',
    recorded_at: '2026-03-10T20:00:00.000Z',
    command_id: 'one',
    payload: {},
  };

  it.each<[string, string, (packed: Packed) => Packed]>([
    ['is something else', 'not_an_export', () => new Map([['photo.png', chart]])],
    ['has a manifest that is none', 'not_an_export', (packed) => changed(packed, 'manifest.json', jsonOf({ format: 'other' }))],
    [
      'was made by a newer Taffrail',
      'newer_export',
      (packed) => changed(packed, 'manifest.json', jsonOf({ ...manifestOf(packed), version: 2 })),
    ],
    ['was cut short', 'export_damaged', (packed) => changed(packed, 'waiting.jsonl', undefined)],
    ['has a changed byte', 'export_damaged', (packed) => changed(packed, `attachments/${hashOf(chart)}.png`, pngOf('cHart'))],
    ['has a document that grew', 'export_damaged', (packed) => changed(packed, `documents/${DAY}.yjs`, new Uint8Array(9))],
    ['brings a stranger', 'export_foreign', (packed) => changed(packed, 'readme.txt', chart)],
    ['leads elsewhere', 'export_foreign', (packed) => listing('../../outside', 3, packed)],
    ['leads elsewhere by a document', 'export_foreign', (packed) => listing('documents/../../outside.yjs', 3, packed)],
    ['claims a file of a gigabyte', 'export_too_large', (packed) => listing(`attachments/${'a'.repeat(64)}.png`, 1e9, packed)],
    [
      'has a picture under another name',
      'export_damaged',
      (packed) => changed(packed, `attachments/${hashOf(chart)}.png`, pngOf('other'), { agrees: true }),
    ],
    [
      'has half a document',
      'export_damaged',
      (packed) => changed(packed, `documents/${DAY}.yjs`, new Uint8Array([1, 2, 3]), { agrees: true }),
    ],
    [
      'has lines that are no JSON',
      'export_damaged',
      (packed) => changed(packed, 'waiting.jsonl', new TextEncoder().encode('{"command'), { agrees: true }),
    ],
    ['has facts of nothing', 'export_damaged', (packed) => changed(packed, 'facts.jsonl', linesOf({ event_seq: 1 }), { agrees: true })],
    [
      'has a fact that does not follow',
      'export_damaged',
      (packed) => changed(packed, 'facts.jsonl', linesOf({ ...fact, aggregate_version: 2 }), { agrees: true }),
    ],
    [
      'has a command nobody knows',
      'export_damaged',
      (packed) =>
        changed(
          packed,
          'waiting.jsonl',
          linesOf({ command: { command_id: 'x', type: 'Fly', aggregate_id: idOf(1), payload: {} }, made_at: '2026-03-10T20:00:00.000Z' }),
          { agrees: true },
        ),
    ],
  ])('because it %s is refused, and nothing is written', async (_, code, change) => {
    const { opened, packed } = await filledDesk();
    const before = await booksOf(opened).list();
    const refusal = await unpack(opened, archiveOf(change(packed)));
    expect(refusal).toMatchObject({ refused: true, code });
    expect(await booksOf(opened).list()).toEqual(before);
  });

  it('and names something twice, is refused', async () => {
    const { packed } = await filledDesk();
    const archive = archiveOf(packed);
    const twice = await readExport({ ...archive, entries: [...archive.entries, { name: 'facts.jsonl', bytes: 0 }] });
    expect(isRefusal(twice) && twice.code).toBe('export_damaged');
  });
});
