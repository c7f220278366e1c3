import { describe, expect, it } from 'vitest';
import { attachmentRoutesWith } from './routes/attachments.ts';
import { desk } from './testing/desk.ts';
import { pdf, picture, pictureBomb } from './testing/pictures.ts';

const MOST = 10 * 1024 * 1024;

describe('a file is refused, and nothing is kept of it', () => {
  const at = desk();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  it.each([
    ['an SVG with a script', () => svg],
    ['a web page', () => '<!doctype html><script>alert(1)</script>'],
    ['a web page that begins like a PDF somewhere', () => '<html>%PDF-1.7'],
    ['a PDF with something before it', () => ` ${pdf().toString()}`],
    ['a PDF of no version', () => '%PDF-x.y\n%%EOF'],
    ['text', () => 'hello'],
    ['one byte', () => '\0'],
    ['a TIFF', () => 'II*\0\x08\0\0\0'],
  ])('%s', async (_, file) => {
    expect(await outcomeOf(Buffer.from(file()))).toEqual(refused(422, 'file_type_not_taken'));
  });

  it('a web page that begins like a GIF', async () => {
    expect(await outcomeOf(Buffer.from('GIF89a/*<html><script>alert(1)</script>*/=1;'))).toEqual(refused(422, 'picture_unreadable'));
  });

  it('a picture that is cut short', async () => {
    for (const format of ['png', 'jpeg', 'webp', 'avif'] as const) {
      const whole = await picture(format, 400, 300);
      expect(await outcomeOf(whole.subarray(0, Math.floor(whole.length * 0.6)))).toEqual(refused(422, 'picture_unreadable'));
    }
  });

  it('a picture that unpacks into far more than it is', async () => {
    const bomb = pictureBomb(30_000);
    expect(bomb.length).toBeLessThan(5_000);
    expect(await outcomeOf(bomb)).toEqual(refused(422, 'picture_too_large'));
    expect(await outcomeOf(pictureBomb(2 ** 31 - 1))).toEqual(refused(422, expect.stringMatching(/^picture_(too_large|unreadable)$/)));
  });

  it('a byte more than 10 MB, declared or not', async () => {
    expect(await outcomeOf(Buffer.alloc(MOST + 1))).toEqual(refused(413, 'body_too_large'));
    const undeclared = await at().app.request('/api/attachments?subject_type=day&subject_id=2025-02-05&file_name=a', {
      method: 'POST',
      headers: { 'content-type': 'image/png', 'transfer-encoding': 'chunked' },
      body: new Uint8Array(MOST + 1),
    });
    expect(undeclared.status).toBe(413);
  });

  it('nothing at all', async () => {
    expect(await outcomeOf(Buffer.alloc(0))).toEqual(refused(400, 'file_required'));
  });

  it.each(['text/html', 'application/json', 'multipart/form-data; boundary=x', 'image/svg+xml'])('one that says it is %s', async (type) => {
    const answer = await at().attach(await picture('png'), {}, { 'content-type': type });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });

  it('one that is compressed on its way', async () => {
    expect(await at().attach(await picture('png'), {}, { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
  });

  it.each([
    ['ends of lines', 'a\r\nset-cookie: b'],
    ['another reading direction', 'exe.\u202Egnp'],
    ['a null', 'a\0b'],
    ['nothing', ' '],
    ['too much', 'x'.repeat(201)],
  ])('a name with %s', async (_, file_name) => {
    const answer = await at().attach(await picture('png'), { file_name });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(await at().book.blobs.heldBytes()).toBe(0);
  });

  it.each(['..%2F..%2Fbook.sqlite', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}.thumbnail`, '__proto__'])(
    'a hash like %s',
    async (hash) => {
      for (const path of [`/api/files/${hash}`, `/api/files/${hash}/thumbnail`]) expect((await at().call('GET', path)).status).toBe(400);
    },
  );

  it('a file that is not there', async () => {
    const hash = 'a'.repeat(64);
    for (const path of [`/api/files/${hash}`, `/api/files/${hash}/thumbnail`]) expect((await at().call('GET', path)).status).toBe(404);
  });

  async function outcomeOf(file: Uint8Array) {
    const { status, body } = await at().attach(file);
    return { status, code: body.code as string, heldBytes: await at().book.blobs.heldBytes(), facts: at().workspace.lastSeq };
  }

  const refused = (status: number, code: unknown) => ({ status, code, heldBytes: 0, facts: 0 });
});

describe('a book whose files take all they may', () => {
  const at = desk(attachmentRoutesWith(3_000));

  it('takes no more, but what it holds already', async () => {
    const held = await picture('png', 400, 300, '#123456');
    await at().attach(held);
    const answer = await at().attach(await picture('png', 400, 300, '#654321'));
    expect(answer).toMatchObject({ status: 422, body: { code: 'no_room_for_file', details: { limit_bytes: 3_000 } } });
    expect((await at().attach(held)).status).toBe(201);
  });
});
