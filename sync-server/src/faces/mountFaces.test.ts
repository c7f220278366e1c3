import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { httpBench, type Answered } from '../http/testing/caller.ts';
import { startWire } from '../http/testing/wire.ts';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import { contentPolicy } from './contentPolicy.ts';
import { mountFaces, readFaces } from './index.ts';

const page = '<!doctype html><title>Taffrail</title>';
const script = `console.log(${'1 + '.repeat(200)}1)`;

const wantsPage = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** As a build leaves it, with something beside it that is nobody's business. */
function builtApp(): string {
  const outside = scratchFolder();
  const folder = join(outside, 'dist');
  const files = {
    'index.html': page,
    'sw.js': 'worker',
    '.sources': 'stamp',
    '.vite/manifest.json': '{}',
    'assets/app-1a2b.js': script,
    'assets/app-1a2b.js.br': brotliCompressSync(script),
    'assets/app-1a2b.js.gz': gzipSync(script),
    '../secret.js': 'what nobody may see',
  };
  for (const inner of ['assets', '.vite']) mkdirSync(join(folder, inner), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function get(path: string, headers: { readonly [name: string]: string } = {}, method = 'GET'): Promise<Answered> {
  const bench = httpBench([]);
  mountFaces(bench.app, readFaces(builtApp()));
  return bench.call(method, path, undefined, headers);
}

describe('a place in the app', () => {
  test.each(['/', '/positions', '/positions/0194d7c0-0000-7000-8000-00000000000b', '/setup', '/day/2026-11-21', '/nowhere'])(
    'is its page: %s',
    async (path) => {
      const { status, headers, body } = await get(path, wantsPage);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-security-policy')).toBe(contentPolicy);
      expect(body).toBe(page);
    },
  );

  test.each([
    '/api/nothing',
    '/api',
    '/sse/nothing',
    '/sync/day/2026-11-21',
    '/healthz',
    '/metrics',
    '/assets/gone-0000.js',
    '/favicon.ico',
  ])('is not where machines ask: %s', async (path) => {
    expect(await get(path, wantsPage)).toMatchObject({ status: 404, body: { code: 'no_such_path' } });
  });

  test('is not shown to what does not ask for a page', async () => {
    expect(await get('/positions', { accept: '*/*' })).toMatchObject({ status: 404, body: { code: 'no_such_path' } });
    expect(await get('/positions', wantsPage, 'POST')).toMatchObject({ status: 404 });
  });
});

describe('a file of the app', () => {
  test('that is named by its content is kept for ever, any other asked for each time', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliCompressSync(script).length],
    ['gzip', 'gzip', gzipSync(script).length],
    ['br;q=0, gzip', 'gzip', gzipSync(script).length],
    ['', null, script.length],
  ])('travels as the browser takes it: %o as %o', async (accepted, encoding, bytes) => {
    const { headers } = await get('/assets/app-1a2b.js', { 'accept-encoding': accepted });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('vary')).toBe('accept-encoding');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('content-length')).toBe(String(bytes));
  });

  test('is not sent again to who has it, in the form they have', async () => {
    const plain = (await get('/assets/app-1a2b.js')).headers.get('etag') ?? '';
    const packed = (await get('/assets/app-1a2b.js', { 'accept-encoding': 'br' })).headers.get('etag') ?? '';
    expect(plain).not.toBe(packed);
    const again = await get('/assets/app-1a2b.js', { 'if-none-match': `"other", W/${plain}` });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', plain]);
    expect((await get('/assets/app-1a2b.js', { 'if-none-match': packed })).status).toBe(200);
  });

  test.each(['/.sources', '/.vite/manifest.json', '/assets/app-1a2b.js.br', '/assets', '/assets/'])(
    'is nothing else in the folder: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

test('no path leads out of the folder', async () => {
  const wire = await startWire([]);
  mountFaces(wire.app, readFaces(builtApp()));
  for (const path of [
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..\\secret.js',
    '//secret.js',
    '/%00/../secret.js',
  ]) {
    const line = await wire.dial();
    line.say(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: */*\r\nconnection: close\r\n\r\n`);
    const answer = await line.ended();
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('nobody may see');
  }
  await wire.close();
});

test('without a built app there is nothing at its places', async () => {
  const bare = httpBench([]);
  mountFaces(bare.app, readFaces(join(scratchFolder(), 'missing')));
  expect(await bare.call('GET', '/', undefined, wantsPage)).toMatchObject({ status: 404 });
});
