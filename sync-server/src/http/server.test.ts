import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isRefusal } from '@taffrail/domain/kernel';
import { coreRoutes, defineRoute, serve, type Route } from './index.ts';
import { limits } from './limits.ts';
import { httpBench } from './testing/caller.ts';
import { request, startWire, type Wire } from './testing/wire.ts';

const echo = defineRoute({
  method: 'POST',
  path: '/api/echo',
  summary: 'Say it again',
  tag: 'Tests',
  who: 'member',
  body: z.json().optional(),
  answers: [{ status: 200, description: 'The body' }],
  door: ({ body }) => ({ status: 200, body: { body: body ?? 'nothing' } }),
});

let asked = Promise.withResolvers<void>();
let finish = Promise.withResolvers<void>();
const slow = defineRoute({
  method: 'GET',
  path: '/api/slow',
  summary: 'Answer when told to',
  tag: 'Tests',
  who: 'member',
  answers: [{ status: 200, description: 'Done' }],
  async door() {
    asked.resolve();
    await finish.promise;
    return { status: 200, body: { done: true } };
  },
});

const routes: readonly Route[] = [...coreRoutes, echo, slow];
const json = { 'Content-Type': 'application/json' };
let wire: Wire | undefined;

afterEach(async () => {
  finish.resolve();
  await wire?.close();
  wire = undefined;
  asked = Promise.withResolvers();
  finish = Promise.withResolvers();
});

async function hear(sent: string, options: Parameters<typeof startWire>[1] = {}): Promise<string> {
  wire = await startWire(routes, options);
  const line = await wire.dial();
  line.say(sent);
  return line.ended();
}

/** Still takes and answers requests after what a test did to it. */
async function isAlive(): Promise<boolean> {
  const answer = await fetch(`${wire!.origin}/api/events`);
  return answer.status === 200;
}

describe('what is refused before a route sees it', () => {
  const twoLengths = request('POST /api/echo', { ...json, 'Content-Length': '4', 'Transfer-Encoding': 'chunked' }, '0\r\n\r\n');
  test.each([
    ['a length and a transfer encoding', twoLengths, 400],
    ['a line break inside a header', request('GET /api/events', { 'X-Note': 'a\rb' }), 400],
    ['a header name with a space', request('GET /api/events', { 'X Note': 'a' }), 400],
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['no host', 'GET /api/events HTTP/1.1\r\n\r\n', 421],
    ['two hosts', 'GET /api/events HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n', 421],
    ['another host', request('GET /api/events', { Host: 'evil.example' }), 421],
    ['an absolute target', request('GET http://evil.example/api/events'), 400],
    ['a doubled slash', request('GET //api/events'), 400],
    ['an escaped escape', request('GET /api/%252e%252e/events'), 400],
    ['an escaped dot', request('GET /api/%2e%2e/events'), 400],
    ['a change from another site', request('POST /api/echo', { Origin: 'http://evil.example' }), 403],
    ['a very long target', request(`GET /api/events?log=${'x'.repeat(5_000)}`), 414],
    ['very large headers', request('GET /api/events', { 'X-Note': 'x'.repeat(20_000) }), 431],
  ])('%s', async (_, sent, status) => {
    const heard = await hear(sent);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard).toContain('application/problem+json');
    expect(heard.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(await isAlive()).toBe(true);
  });
});

describe('a body beyond the limit', () => {
  test('is refused by its declared length, before it is sent', async () => {
    const heard = await hear(request('POST /api/echo', { ...json, 'Content-Length': String(limits.bodyBytes + 1) }));
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(await isAlive()).toBe(true);
  });

  test('is refused while it streams in without a length, and the connection ends', async () => {
    wire = await startWire(routes);
    const line = await wire.dial();
    line.say(request('POST /api/echo', { ...json, 'Transfer-Encoding': 'chunked' }));
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let sent = 0; sent <= limits.bodyBytes; sent += 0x10000) line.say(chunk);
    const heard = await line.ended();
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(heard.toLowerCase()).toContain('connection: close');
    expect(await isAlive()).toBe(true);
  });
});

test('a body without a declared length is read like any other', async () => {
  const sent = request(
    'POST /api/echo',
    { ...json, 'Transfer-Encoding': 'chunked', Connection: 'close' },
    '4\r\n[1,2\r\n1\r\n]\r\n0\r\n\r\n',
  );
  expect(await hear(sent)).toContain('{"body":[1,2]}');
});

test('an optional body may be left out', async () => {
  expect(await hear(request('POST /api/echo', { ...json, Connection: 'close' }))).toContain('{"body":"nothing"}');
});

test('a JSON body 100,000 levels deep is refused with a sentence', async () => {
  wire = await startWire(routes);
  const answer = await fetch(`${wire.origin}/api/echo`, { method: 'POST', headers: json, body: '['.repeat(100_000) });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'malformed_json', detail: expect.stringContaining('deeper than 32') });
  expect(await isAlive()).toBe(true);
});

test('every answer tells the browser to trust nothing in it', async () => {
  wire = await startWire(routes);
  for (const path of ['/api/events', '/nowhere']) {
    const { headers } = await fetch(`${wire.origin}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

describe('clients that take their time', () => {
  const timeouts = { headersTimeoutMs: 100, requestTimeoutMs: 10_000, timeoutCheckMs: 20 };

  test.each([
    ['says nothing', '', timeouts],
    ['drips headers', 'GET /api/events HTTP/1.1\r\nHost: localhost\r\n', timeouts],
    ['never finishes its body', request('POST /api/echo', { ...json, 'Content-Length': '10' }, '[1'), timeouts],
    [
      'never finishes one without a length',
      request('POST /api/echo', { ...json, 'Transfer-Encoding': 'chunked' }, '2\r\n[1\r\n'),
      timeouts,
    ],
    ['never begins its body', request('POST /api/echo', { ...json, 'Content-Length': '10' }), timeouts],
    ['sends a body that no route asks for', request('POST /nowhere', { ...json, 'Content-Length': '10' }, '[1'), timeouts],
  ])('one that %s is let go', async (_, sent, given) => {
    expect(await hear(sent, { timeouts: given, bodyLimits: { bodyTimeoutMs: 200 } })).toMatch(/^HTTP\/1.1 40[048] /);
    expect(await isAlive()).toBe(true);
  });

  test('hundreds that say nothing do not keep others out', async () => {
    wire = await startWire(routes, { timeouts });
    const idle = Array.from({ length: 500 }, () => connect(wire!.port, '127.0.0.1').on('error', () => {}));
    const gone = Promise.all(idle.map((socket) => once(socket.resume(), 'close')));
    expect(await isAlive()).toBe(true);
    await gone;
    expect(await isAlive()).toBe(true);
  });
});

describe('closing', () => {
  test('lets a request under way finish, takes no new one, and waits for no idle connection', async () => {
    wire = await startWire(routes, { timeouts: { keepAliveTimeoutMs: 60_000, closeGraceMs: 60_000 } });
    const { port, close } = wire;
    const answer = fetch(`http://127.0.0.1:${port}/api/slow`).then((response) => response.json());
    await asked.promise;
    const closed = close();
    await expect(fetch(`http://127.0.0.1:${port}/api/events`)).rejects.toThrow('fetch failed');
    finish.resolve();
    expect(await answer).toEqual({ done: true });
    await closed;
  });

  test('does not wait for ever for a request that hangs', async () => {
    wire = await startWire(routes, { timeouts: { closeGraceMs: 50 } });
    const answer = fetch(`${wire.origin}/api/slow`).catch((error: unknown) => error);
    await asked.promise;
    await wire.close();
    expect(await answer).toBeInstanceOf(TypeError);
  });

  test('ends the streams', async () => {
    wire = await startWire(routes);
    const line = await wire.dial();
    line.say(request('GET /sse/events'));
    await line.until('retry:');
    await wire.close();
    expect(await line.ended()).toMatch(/0\r\n\r\n$/);
    expect(wire.streams.open).toBe(0);
  });
});

describe('where it listens', () => {
  test.each(['0.0.0.0', '::', '192.168.1.5', 'example.com'])('not on %s, which others can reach', async (host) => {
    const { app, streams } = httpBench(routes);
    expect(await serve(app, { host, port: 0, streams })).toMatchObject({ refused: true, code: 'not_loopback' });
  });

  test('a port in use is a sentence', async () => {
    wire = await startWire(routes);
    const { app, streams } = httpBench(routes);
    const second = await serve(app, { host: '127.0.0.1', port: wire.port, streams });
    expect(isRefusal(second) && second.code).toBe('port_taken');
  });
});
