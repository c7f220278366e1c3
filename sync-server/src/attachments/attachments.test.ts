import { createHash } from 'node:crypto';
import { addParagraph, compacted, kindOf, openDocument, updateSince, type DocumentKind } from '@taffrail/sync';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { appendUpdate, lastWriting, putSnapshot } from '../workspace/index.ts';
import { newId } from '../workspace/testing/bench.ts';
import { DAY, desk } from './testing/desk.ts';
import { pdf, photo, picture } from './testing/pictures.ts';

const at = desk();
const DAY_MS = 86_400_000;
const list = `/api/attachments?${new URLSearchParams(DAY).toString()}`;

describe('attaching a file', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('a %s is known by its content and comes back as it was', async (format) => {
    const file = await picture(format);
    const { status, body } = await at().attach(
      file,
      { file_name: 'notes.txt', caption: 'Broke the range' },
      { 'content-type': 'image/png' },
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      subject: { type: 'day', id: '2025-02-05' },
      media_type: `image/${format}`,
      bytes: file.length,
      width: 64,
      height: 48,
      file_name: 'notes.txt',
      caption: 'Broke the range',
      removed_at: null,
      version: 1,
    });
    const response = await at().app.request(`/api/files/${body.hash}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': `image/${format}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  it('a PDF is handed out to be saved, and has no thumbnail', async () => {
    const { body } = await at().attach(pdf(), { file_name: 'statement.pdf' });
    expect(body).toMatchObject({ media_type: 'application/pdf', width: null, height: null });
    const response = await at().app.request(`/api/files/${body.hash}`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\da-f]{12}\.pdf"$/);
    expect((await at().call('GET', `/api/files/${body.hash}/thumbnail`)).status).toBe(404);
  });

  it('a thumbnail is small, upright, and says nothing about where the picture was taken', async () => {
    const { body } = await at().attach(await photo(1200, 800));
    expect(body).toMatchObject({ width: 800, height: 1200 });
    const response = await at().app.request(`/api/files/${body.hash}/thumbnail`);
    const small = await sharp(await response.arrayBuffer()).metadata();
    expect(small).toMatchObject({ format: 'webp', width: 320, height: 480 });
    expect([small.exif, small.xmp, small.iptc, small.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('a thumbnail that is not there is made again', async () => {
    const file = await picture('png', 1000, 500);
    const { body } = await at().attach(file);
    const { blobs } = at().book;
    await blobs.collect((name) => name === body.hash, '2200-01-01T00:00:00.000Z');
    expect(await blobs.heldBytes()).toBe(file.length);
    const response = await at().app.request(`/api/files/${body.hash}/thumbnail`);
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ width: 480, height: 240 });
    expect(await blobs.heldBytes()).toBeGreaterThan(file.length);
  });

  it('the same file attached twice is kept once', async () => {
    const file = await picture('png');
    const first = await at().attach(file);
    const held = await at().book.blobs.heldBytes();
    const second = await at().attach(file, { subject_id: '2025-02-06' });
    expect(second.body.hash).toBe(first.body.hash);
    expect(second.body.id).not.toBe(first.body.id);
    expect(await at().book.blobs.heldBytes()).toBe(held);
  });

  it('the same request sent again is one attachment', async () => {
    const file = await picture('png');
    const key = { 'idempotency-key': 'tap-1' };
    const first = await at().attach(file, {}, key);
    expect(await at().attach(file, {}, key)).toEqual(first);
    expect((await at().call('GET', list)).body.attachments).toHaveLength(1);
    expect((await at().attach(await picture('png', 10, 10), {}, key)).body.code).toBe('command_id_reused');
  });

  it('what it is attached to must be there', async () => {
    const file = await picture('png');
    for (const subject_type of ['position', 'journal_entry']) {
      expect(await at().attach(file, { subject_type, subject_id: newId() })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await at().attach(file, { subject_id: '2025-02-30' })).body.code).toBe('invalid_input');
    expect((await at().attach(file, { subject_type: 'position', subject_id: '2025-02-05' })).body.code).toBe('invalid_input');
  });
});

describe('removing an attachment', () => {
  async function removed() {
    const file = await picture('png');
    const { body } = await at().attach(file);
    const answer = await at().call('DELETE', `/api/attachments/${body.id}`, undefined, { 'if-match': '1' });
    return { id: body.id as string, hash: body.hash as string, file, answer };
  }
  const statusOfFile = async (hash: string): Promise<number> => (await at().app.request(`/api/files/${hash}`)).status;
  const restore = (id: string, version: string) => at().call('POST', `/api/attachments/${id}/restore`, undefined, { 'if-match': version });

  it('leaves it in the list, saying so, and can be undone', async () => {
    const { id, answer } = await removed();
    expect(answer.body).toMatchObject({ removed_at: at().workspace.now(), version: 2 });
    expect((await at().call('GET', list)).body.attachments).toEqual([answer.body]);
    expect((await restore(id, '2')).body).toMatchObject({ removed_at: null, version: 3 });
    expect((await at().call('GET', `/api/attachments/${id}`)).body.removed_at).toBeNull();
  });

  it('asks for the version, once', async () => {
    const { id } = await removed();
    expect((await at().call('DELETE', `/api/attachments/${id}`)).status).toBe(428);
    expect((await at().call('DELETE', `/api/attachments/${id}`, undefined, { 'if-match': '2' })).body.code).toBe('attachment_removed');
    await restore(id, '2');
    expect((await restore(id, '3')).body.code).toBe('attachment_not_removed');
  });

  it('takes the file away once it can no longer be restored', async () => {
    const { id, hash } = await removed();
    // The memory's files are written by the machine's clock, long after the bench's.
    at().book.sleep(20 * 365 * DAY_MS);
    await at().workspace.wake();
    expect(await statusOfFile(hash)).toBe(404);
    expect(await at().book.blobs.heldBytes()).toBe(0);
    expect((await restore(id, '2')).body.code).toBe('attachment_gone');
  });

  it('leaves a file that is attached elsewhere', async () => {
    const { hash, file } = await removed();
    await at().attach(file, { subject_id: '2025-02-06' });
    at().book.sleep(20 * 365 * DAY_MS);
    await at().workspace.wake();
    expect(await statusOfFile(hash)).toBe(200);
  });

  it.each(['as it was written', 'compacted'])('leaves a file that a page %s still shows, until it does not', async (how) => {
    const { hash } = await removed();
    const { workspace, book } = at();
    const kind = kindOf('day/2025-02-07') as DocumentKind;
    const page = openDocument(kind);
    addParagraph(page, 'deadbeef');
    const [shown] = page.content.getXmlFragment('body').toArray() as unknown as [{ setAttribute(name: string, value: string): void }];
    shown.setAttribute('hash', hash);
    const update = updateSince(page, new Uint8Array([0])) as Uint8Array;
    const written = compacted(kind, { snapshot: undefined, updates: [update] }) as Uint8Array;
    await workspace.transact((sql) => {
      appendUpdate(sql, 'day/2025-02-07', update, workspace.now());
      if (how === 'compacted') putSnapshot(sql, 'day/2025-02-07', written, lastWriting(sql, 'day/2025-02-07'));
    });
    book.sleep(20 * 365 * DAY_MS);
    await workspace.wake();
    expect(await statusOfFile(hash)).toBe(200);
    const blank = compacted(kind, { snapshot: undefined, updates: [] }) as Uint8Array;
    await workspace.transact((sql) => putSnapshot(sql, 'day/2025-02-07', blank, lastWriting(sql, 'day/2025-02-07')));
    book.sleep(60 * DAY_MS);
    await workspace.wake();
    expect(await statusOfFile(hash)).toBe(404);
  });

  it('leaves a file that can still be restored', async () => {
    const { id, hash } = await removed();
    at().book.sleep(29 * DAY_MS);
    await at().workspace.wake();
    expect(await statusOfFile(hash)).toBe(200);
    expect((await restore(id, '2')).status).toBe(200);
  });
});

it('a file whose fact never came is collected, and no fact speaks of a file that never came', async () => {
  const file = await picture('png');
  const hash = createHash('sha256').update(file).digest('hex');
  expect((await at().attach(file, { subject_type: 'position', subject_id: newId() })).status).toBe(404);
  expect(await at().book.blobs.read(hash)).toBeDefined();
  expect((await at().call('GET', list)).body.attachments).toEqual([]);
  at().book.sleep(20 * 365 * DAY_MS);
  await at().workspace.wake();
  expect(await at().book.blobs.heldBytes()).toBe(0);
});

describe('a file that is sent ahead', () => {
  const put = (hash: string, body: Uint8Array) =>
    at().app.request(`/api/files/${hash}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/png', 'content-length': String(body.length) },
      body: Uint8Array.from(body),
    });
  const hashOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');
  const about = (hash: string, bytes: number) => ({
    command_id: 'attach-1',
    type: 'AddAttachment',
    aggregate_id: newId(),
    payload: {
      subject: { type: 'day', id: '2025-02-05' },
      hash,
      media_type: 'image/png',
      bytes,
      width: 64,
      height: 48,
      file_name: 'a.png',
    },
  });

  it('is there for the command that speaks of it, however often it is sent', async () => {
    const file = await picture('png');
    const hash = hashOf(file);
    for (const _ of [1, 2]) {
      const answer = await put(hash, file);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ hash, media_type: 'image/png', bytes: file.length, width: 64, height: 48 });
    }
    expect(await at().workspace.submit(about(hash, file.length), 'phone')).toMatchObject({ outcome: 'accepted' });
    expect(await statusOf(`/api/files/${hash}`)).toBe(200);
    expect(await statusOf(`/api/files/${hash}/thumbnail`)).toBe(200);
  });

  it('and never came is not spoken of; once it has come, the same command is', async () => {
    const file = await picture('png');
    const command = about(hashOf(file), file.length);
    for (const _ of [1, 2]) {
      expect(await at().workspace.submit(command, 'phone')).toMatchObject({ outcome: 'refused', code: 'file_missing' });
    }
    expect(at().workspace.lastSeq).toBe(0);
    await put(hashOf(file), file);
    expect(await at().workspace.submit(command, 'phone')).toMatchObject({ outcome: 'accepted' });
  });

  it('was decided on keeps its answer when the file is long gone', async () => {
    const file = await picture('png');
    const command = about(hashOf(file), file.length);
    await put(hashOf(file), file);
    await at().workspace.submit(command, 'phone');
    await at().book.blobs.collect(() => false, '2200-01-01T00:00:00.000Z');
    expect(await at().workspace.submit(command, 'phone')).toMatchObject({ outcome: 'duplicate' });
  });

  it('is refused under the name of another, and nothing is kept of it', async () => {
    const answer = await put('a'.repeat(64), await picture('png'));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'file_is_another' });
    const text = Buffer.from('<script>');
    expect(await (await put(hashOf(text), text)).json()).toMatchObject({ code: 'file_type_not_taken' });
    expect(await at().book.blobs.heldBytes()).toBe(0);
  });

  const statusOf = async (path: string): Promise<number> => (await at().app.request(path)).status;
});
