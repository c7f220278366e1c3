import { expect, it, vi } from 'vitest';
import { httpBench } from '../http/testing/caller.ts';
import { StorageFault } from '../workspace/index.ts';
import { attachmentRoutes, attachments } from './index.ts';
import { DAY } from './testing/desk.ts';
import { picture } from './testing/pictures.ts';

const path = `/api/attachments?${new URLSearchParams({ ...DAY, file_name: 'entry.png' }).toString()}`;

async function bench() {
  const { app, book, workspace } = httpBench(attachmentRoutes, { contexts: [attachments] });
  const body = Uint8Array.from(await picture('png'));
  const headers = { 'content-type': 'image/png', 'content-length': String(body.length) };
  return { book, workspace, attach: async () => app.request(path, { method: 'POST', headers, body }) };
}

it('no fact speaks of a file that could not be written, and its collection is asked for before the writing', async () => {
  const { book, workspace, attach } = await bench();
  const { write: keep } = book.blobs;
  const write = vi.spyOn(book.blobs, 'write').mockRejectedValueOnce(new StorageFault('full', 'no room'));
  expect((await attach()).status).toBe(507);
  expect(workspace.lastSeq).toBe(0);
  expect(book.sql.all('SELECT kind FROM job')).toEqual([{ kind: 'attachments.collect' }]);

  write.mockImplementationOnce(async (name, bytes) => {
    expect(workspace.lastSeq).toBe(0);
    await keep(name, bytes);
  });
  expect((await attach()).status).toBe(201);
  expect(workspace.lastSeq).toBe(1);
  expect(book.verify().findings).toEqual([]);
});

it('many who attach the same file at once keep it once', async () => {
  const { book, workspace, attach } = await bench();
  const answers = await Promise.all(Array.from({ length: 4 }, attach));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(workspace.lastSeq).toBe(4);
  const hashes = new Set(await Promise.all(answers.map(async (answer) => ((await answer.json()) as { hash: string }).hash)));
  expect(hashes.size).toBe(1);
  const [hash = ''] = hashes;
  const sizes = await Promise.all([hash, `${hash}.thumbnail`].map(async (name) => (await book.blobs.read(name))?.length ?? 0));
  expect(await book.blobs.heldBytes()).toBe(sizes.reduce((total, size) => total + size, 0));
});
