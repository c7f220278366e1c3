import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverContexts } from '../contexts.ts';
import { openBook } from '../host/index.ts';
import { readConfig, type Config } from '../operations/index.ts';
import { dataFolderAt, openBlobFolder } from '../storage/index.ts';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import { command, newId } from '../workspace/testing/bench.ts';
import { backupVerb } from './backup.ts';
import { exportVerb } from './exportBook.ts';
import { importVerb } from './importBook.ts';
import { restoreVerb } from './restore.ts';
import { verifyVerb } from './verify.ts';

const PDF = Buffer.from('%PDF-1.7 a statement');
const HASH = createHash('sha256').update(PDF).digest('hex');

/** A book that speaks of one file, and holds another that nobody speaks of. */
async function deskWithFile(env: { [name: string]: string } = {}) {
  const root = scratchFolder();
  const said: string[] = [];
  const data = dataFolderAt(join(root, 'data'));
  const desk = { config: readConfig(env) as Config, data, workspaceId: 'main', say: (sentence: string) => void said.push(sentence) };
  const observer = { committed: () => {}, takenBack: () => {}, failed: () => {} };
  const book = openBook('main', { set: () => {} }, { data, contexts: serverContexts, observer, hostJobs: () => ({}) });
  await book.workspace.blobs.write(HASH, PDF);
  await book.workspace.blobs.write('f'.repeat(64), Buffer.from('nobody speaks of this'));
  const file = { hash: HASH, media_type: 'application/pdf', bytes: PDF.length, width: null, height: null, file_name: 'statement.pdf' };
  await book.workspace.submit(command('AddAttachment', newId(), { subject: { type: 'day', id: '2025-02-05' }, ...file }), 'test');
  book.close();
  const files = (workspaceId = 'main') => openBlobFolder(data.filesOf(workspaceId).blobs);
  return { root, said, desk, files };
}

test.each([
  ['in the clear', {}],
  ['encrypted', { TAFFRAIL_BACKUP_KEY: 'correct horse battery' }],
])('a backup %s brings back what the book speaks of, and no more', async (_, env) => {
  const { desk, files, said } = await deskWithFile(env);
  expect(await backupVerb(desk, undefined)).toBe(true);
  expect(said.at(-1)).toContain('1 facts, 1 files');
  rmSync(desk.data.filesOf('main').blobs, { recursive: true });
  const [name = ''] = readdirSync(desk.data.backups);
  expect(await restoreVerb(desk, join(desk.data.backups, name))).toBe(true);
  expect(await files().read(HASH)).toEqual(PDF);
  expect(await files().heldBytes()).toBe(PDF.length);
  expect(await verifyVerb(desk, undefined)).toBe(true);
});

test('an export holds the file under a name that programs know, and an import takes it', async () => {
  const { root, desk, files } = await deskWithFile();
  const target = join(root, 'export');
  expect(await exportVerb(desk, target)).toBe(true);
  expect(readdirSync(join(target, 'attachments'))).toEqual([`${HASH}.pdf`]);
  const other = { ...desk, workspaceId: 'copy' };
  expect(await importVerb(other, target)).toBe(true);
  expect(await files('copy').read(HASH)).toEqual(PDF);
  expect(await verifyVerb(other, undefined)).toBe(true);
});

test('an import takes no file for another, and says which it misses', async () => {
  const { root, desk, files, said } = await deskWithFile();
  const target = join(root, 'export');
  await exportVerb(desk, target);
  writeFileSync(join(target, 'attachments', `${HASH}.pdf`), 'something else');
  const other = { ...desk, workspaceId: 'copy' };
  expect(await importVerb(other, target)).toBe(true);
  expect(said).toContain(`The attached file ${HASH} is missing.`);
  expect(await files('copy').heldBytes()).toBe(0);
});

test('verify finds a file that is missing or was altered; a backup is made all the same', async () => {
  const { desk, files, said } = await deskWithFile();
  await files().write(HASH, Buffer.from('altered'));
  expect(await verifyVerb(desk, undefined)).toBe(false);
  expect(said).toContain(`The attached file ${HASH} is not what was attached.`);
  rmSync(desk.data.filesOf('main').blobs, { recursive: true });
  expect(await verifyVerb(desk, undefined)).toBe(false);
  expect(said).toContain(`The attached file ${HASH} is missing.`);
  expect(await backupVerb(desk, undefined)).toBe(true);
  const [name = ''] = readdirSync(desk.data.backups);
  expect(await restoreVerb(desk, join(desk.data.backups, name))).toBe(true);
});
