import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  addParagraph,
  areEqual,
  compacted,
  kindOf,
  openDocument,
  paragraphsOf,
  setTick,
  stateVectorOf,
  takeUpdate,
  ticksOf,
  updateSince,
  type DocumentKind,
  type OpenDocument,
} from '@taffrail/sync';
import { beforeEach, expect, test } from 'vitest';
import { openBlobFolder } from '../storage/index.ts';
import { appendUpdate, lastWriting, putSnapshot, readDocument, type Workspace } from '../workspace/index.ts';
import { command, newId } from '../workspace/testing/bench.ts';
import { backupVerb } from './backup.ts';
import { exportVerb } from './exportBook.ts';
import { importVerb } from './importBook.ts';
import { restoreVerb } from './restore.ts';
import { openHouse, type House } from './testing/house.ts';
import { verifyVerb } from './verify.ts';

const PAGE = 'day/2025-02-05';
const NOTES = `notes/${newId()}`;
const pageKind = kindOf(PAGE) as DocumentKind;
const PDF = Buffer.from('%PDF-1.7 a statement');

let house: House;
/** As the device holds it that wrote it. */
let page: OpenDocument;
/** A device that was away since before anything was deleted. */
let absent: OpenDocument;

beforeEach(async () => {
  house = openHouse();
  page = openDocument(pageKind);
  absent = openDocument(pageKind);
  const { workspace, close } = house.book('main');
  await writePage(workspace);
  const notes = openDocument(kindOf(NOTES) as DocumentKind);
  await write(workspace, NOTES, notes, () => addParagraph(notes, 'sold half, too early? 📉'));
  await attach(workspace);
  close();
});

/** Text and ticks, compacted once in between, with what was deleted before that and after it. */
async function writePage(workspace: Workspace): Promise<void> {
  await write(workspace, PAGE, page, () =>
    ['wait for the retest', 'a slip of the pen', 'done'].forEach((text) => addParagraph(page, text)),
  );
  takeUpdate(absent, updateSince(page, stateVectorOf(absent)) as Uint8Array);
  await write(workspace, PAGE, page, () => page.content.getXmlFragment('body').delete(1, 1));
  for (let n = 0; n < 10; n++) {
    await tick(workspace, true);
    await tick(workspace, false);
  }
  await workspace.transact((sql) => {
    const snapshot = compacted(pageKind, readDocument(sql, PAGE)) as Uint8Array;
    putSnapshot(sql, PAGE, snapshot, lastWriting(sql, PAGE));
  });
  await write(workspace, PAGE, page, () => addParagraph(page, 'another slip'));
  await write(workspace, PAGE, page, () => page.content.getXmlFragment('body').delete(2, 1));
  await write(workspace, PAGE, page, () => setTick(page, 'phone', 'size checked', true));
}

const tick = (workspace: Workspace, ticked: boolean): Promise<void> =>
  write(workspace, PAGE, page, () => setTick(page, 'desk', 'stop placed', ticked));

async function write(workspace: Workspace, name: string, document: OpenDocument, change: () => void): Promise<void> {
  const before = stateVectorOf(document);
  change();
  const update = updateSince(document, before) as Uint8Array;
  await workspace.transact((sql) => appendUpdate(sql, name, update, workspace.now()));
}

async function attach(workspace: Workspace): Promise<void> {
  const file = { hash: hash('sha256', PDF), media_type: 'application/pdf', bytes: PDF.length, width: null, height: null };
  await workspace.blobs.write(file.hash, PDF);
  const payload = { subject: { type: 'day', id: '2025-02-05' }, ...file, file_name: 'statement.pdf' };
  await workspace.submit(command('AddAttachment', newId(), payload), 'test');
}

/** What is stored of the documents, to the byte. */
function storedIn(workspaceId: string) {
  const { workspace, close } = house.book(workspaceId);
  const stored = workspace.read((sql) => ({
    documents: sql.all('SELECT * FROM document ORDER BY name'),
    updates: sql.all('SELECT * FROM writing ORDER BY name, seq'),
  }));
  close();
  return stored;
}

function pageIn(workspaceId: string): OpenDocument {
  const { workspace, close } = house.book(workspaceId);
  const opened = openDocument(
    pageKind,
    workspace.read((sql) => readDocument(sql, PAGE)),
  );
  close();
  return opened;
}

function expectSamePage(found: OpenDocument): void {
  expect(paragraphsOf(found)).toEqual(['wait for the retest', 'done']);
  expect(ticksOf(found)).toEqual(
    new Map([
      ['stop placed', false],
      ['size checked', true],
    ]),
  );
  expect(areEqual(found, page)).toBe(true);
  // What was deleted stays deleted when somebody comes back who still has it.
  takeUpdate(found, updateSince(absent, new Uint8Array([0])) as Uint8Array);
  expect(areEqual(found, page)).toBe(true);
}

test.each([
  ['in the clear', {}],
  ['encrypted', { TAFFRAIL_BACKUP_KEY: 'correct horse battery' }],
])('documents and files come out of a backup %s as they went in, to the byte', async (_, env) => {
  const desk = house.deskWith(env);
  const stored = storedIn('main');
  expect(stored.documents).toHaveLength(2);
  expect(stored.documents[0]).toMatchObject({ name: PAGE, snapshot: expect.any(Uint8Array) });
  expect(stored.updates.length).toBeGreaterThan(2);
  expect(await backupVerb(desk, undefined)).toBe(true);
  const [path = ''] = house.backupsNamed('main-');
  rmSync(join(desk.data.path, 'workspaces'), { recursive: true });
  expect(await restoreVerb(desk, path)).toBe(true);
  expect(storedIn('main')).toEqual(stored);
  expectSamePage(pageIn('main'));
  expect(await openBlobFolder(desk.data.filesOf('main').blobs).read(hash('sha256', PDF))).toEqual(PDF);
  expect(await verifyVerb(desk, undefined)).toBe(true);
});

test('documents and files go through an export and an import, and the next export is the same to the byte', async () => {
  const other = house.deskWith({}, 'copy');
  const [first, second] = [join(house.root, 'first'), join(house.root, 'second')];
  expect(await exportVerb(house.deskWith(), first)).toBe(true);
  expect(await importVerb(other, first)).toBe(true);
  expect(await verifyVerb(other, undefined)).toBe(true);
  expect(await exportVerb(other, second)).toBe(true);
  const files = ['documents.jsonl', join('attachments', `${hash('sha256', PDF)}.pdf`), 'facts.jsonl', 'receipts.jsonl'];
  for (const name of files) expect(readFileSync(join(second, name))).toEqual(readFileSync(join(first, name)));
  expect(readdirSync(second).toSorted()).toEqual(readdirSync(first).toSorted());
  expectSamePage(pageIn('copy'));
});
