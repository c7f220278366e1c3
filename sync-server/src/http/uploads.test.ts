import { afterEach, expect, test } from 'vitest';
import { defineRoute } from './index.ts';
import { request, startWire, type Line, type Wire } from './testing/wire.ts';

const KB = 1024;
/** A line as slow as this brings 4 KB in each window, or is given up. */
const bodyLimits = { bodyTimeoutMs: 200, uploadWindowMs: 2_000, uploadWindowBytes: 4 * KB, uploadsAtOnce: 2 };

const weigh = defineRoute({
  method: 'POST',
  path: '/api/weigh',
  summary: 'Say how much came',
  tag: 'Tests',
  who: 'member',
  file: { mediaTypes: ['application/pdf'], limitBytes: 64 * KB },
  answers: [{ status: 200, description: 'Its bytes' }],
  door: ({ file }) => ({ status: 200, body: { bytes: file.length } }),
});

let wire: Wire;
afterEach(() => wire.close());

const begin = async (bytes: number): Promise<Line> => {
  const line = await wire.dial();
  line.say(request('POST /api/weigh', { 'Content-Type': 'application/pdf', 'Content-Length': String(bytes), Connection: 'close' }));
  return line;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

test('a file over a slow line arrives, however much longer it takes than a body of JSON may', async () => {
  wire = await startWire([weigh], { bodyLimits });
  const line = await begin(30 * KB);
  for (let sent = 0; sent < 30; sent++) {
    await sleep(100);
    line.say('x'.repeat(KB));
  }
  expect(await line.ended()).toContain(`{"bytes":${30 * KB}}`);
});

test.each([
  ['nothing', ''],
  ['a beginning, and then nothing', 'x'.repeat(20 * KB)],
])('a file of which comes %s is given up', async (_, sent) => {
  wire = await startWire([weigh], { bodyLimits });
  const line = await begin(64 * KB);
  line.say(sent);
  expect(await line.ended()).toMatch(/^HTTP\/1.1 408 [^]*connection: close[^]*request_too_slow/i);
});

test('a file that drips is given up, though it never stands still', async () => {
  wire = await startWire([weigh], { bodyLimits });
  const line = await begin(64 * KB);
  const drip = setInterval(() => line.say('x'), 20);
  expect(await line.ended()).toMatch(/^HTTP\/1.1 408 /);
  clearInterval(drip);
});

test('one person has so many files on their way, and others are not kept out by them', async () => {
  wire = await startWire([weigh], { bodyLimits: { ...bodyLimits, uploadWindowMs: 60_000 } });
  const held = [await begin(2), await begin(2)];
  for (const line of held) line.say('x');
  await expect.poll(async () => (await fetchWeigh()).status).toBe(429);
  const refused = await fetchWeigh();
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.get('connection')).toBe('close');
  expect(await refused.json()).toMatchObject({
    code: 'too_many_uploads',
    detail: expect.stringMatching(/^2 files of yours are on their way/),
  });

  for (const line of held) line.say('x');
  for (const line of held) expect(await line.ended()).toContain('{"bytes":2}');
  expect((await fetchWeigh()).status).toBe(200);
});

test('a file that was broken off or refused does not count any longer', async () => {
  wire = await startWire([weigh], { bodyLimits });
  for (let n = 0; n < 4; n++) {
    const line = await begin(10 * KB);
    line.say('x');
    line.socket.destroy();
    await fetch(`${wire.origin}/api/weigh`, { method: 'POST', headers: { 'content-type': 'text/html' }, body: '<p>' });
  }
  await expect.poll(async () => (await fetchWeigh()).status).toBe(200);
});

const fetchWeigh = (): Promise<Response> =>
  fetch(`${wire.origin}/api/weigh`, { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: 'file' });
