import { describe, expect, test } from 'vitest';
import { refusalsFrom } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { StorageFault } from '../workspace/index.ts';
import { defineRoute, wholeNumber, type DoorAnswer, type Route } from './index.ts';
import { httpBench } from './testing/caller.ts';

type Sent = Parameters<ReturnType<typeof httpBench>['call']>;

const described = { summary: 'A test', tag: 'Tests', who: 'member', answers: [{ status: 200, description: 'Fine' }] } as const;

const shelf = defineRoute({
  ...described,
  method: 'PATCH',
  path: '/api/shelves/:id',
  params: z.object({ id: z.string().regex(/^\d+$/, 'a shelf has a number').transform(Number) }),
  query: z.object({ depth: wholeNumber(0, 9).default(3) }),
  headers: { ifMatch: 'required', idempotencyKey: 'optional' },
  body: z.strictObject({ name: z.string('a shelf needs a name') }),
  door: ({ params, query, headers, body, actor }) => ({
    status: 200,
    version: 8,
    body: { ...params, ...query, ...headers, ...body, actor },
  }),
});

const lookAtShelf = defineRoute({
  ...described,
  method: 'GET',
  path: '/api/shelves/:id',
  params: shelf.params,
  door: () => ({ status: 200, body: {} }),
});

const answering = (door: () => DoorAnswer): Route[] => [defineRoute({ ...described, method: 'GET', path: '/api/answer', door })];
const routes: readonly Route[] = [shelf, lookAtShelf];
const refusals = refusalsFrom({ shelf_full: (d: { most: number }) => `A shelf holds ${d.most}; this one is full.` });

test('a door sees what its schemas made of the request', async () => {
  const { call } = httpBench(routes);
  const answer = await call('PATCH', '/api/shelves/7?depth=2', { name: 'top' }, { 'If-Match': '4', 'Idempotency-Key': 'k1' });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ id: 7, depth: 2, ifMatch: 4, idempotencyKey: 'k1', name: 'top', actor: 'trader' });
  expect(answer.headers.get('etag')).toBe('"8"');
});

describe('a request that does not fit', () => {
  test.each<[string, Sent, number, string]>([
    ['a parameter in the path', ['PATCH', '/api/shelves/top', { name: 'a' }, {}], 400, 'invalid_input'],
    ['an unknown parameter', ['PATCH', '/api/shelves/7?width=2', { name: 'a' }, {}], 400, 'unknown_parameter'],
    ['a repeated parameter', ['PATCH', '/api/shelves/7?depth=2&depth=2', { name: 'a' }, {}], 400, 'repeated_parameter'],
    ['a parameter called like a prototype', ['PATCH', '/api/shelves/7?__proto__=2', { name: 'a' }, {}], 400, 'unknown_parameter'],
    ['a parameter out of range', ['PATCH', '/api/shelves/7?depth=10', { name: 'a' }, {}], 400, 'invalid_input'],
    ['a body of another shape', ['PATCH', '/api/shelves/7', { name: 7 }, {}], 400, 'invalid_input'],
    ['a field nobody asked for', ['PATCH', '/api/shelves/7', { name: 'a', colour: 'red' }, {}], 400, 'invalid_input'],
    ['no body', ['PATCH', '/api/shelves/7', undefined, {}], 400, 'body_required'],
    ['a body that is not JSON', ['PATCH', '/api/shelves/7', '{name: 1}', {}], 400, 'malformed_json'],
    [
      'a form',
      ['PATCH', '/api/shelves/7', 'name=a', { 'content-type': 'application/x-www-form-urlencoded' }],
      415,
      'unsupported_media_type',
    ],
    [
      'another alphabet',
      ['PATCH', '/api/shelves/7', '{}', { 'content-type': 'application/json; charset=utf-16' }],
      415,
      'unsupported_media_type',
    ],
    ['a compressed body', ['PATCH', '/api/shelves/7', '{}', { 'content-encoding': 'gzip' }], 415, 'unsupported_media_type'],
    ['a body where none is taken', ['GET', '/api/shelves/7', undefined, { 'content-length': '2' }], 400, 'body_not_taken'],
    ['a path nobody has', ['GET', '/api/cupboards', undefined, {}], 404, 'no_such_path'],
  ])('%s', async (_, sent, status, code) => {
    const answer = await httpBench(routes).call(...sent);
    expect(answer).toMatchObject({ status, body: { status, code, type: `/problems/${code}`, detail: expect.stringMatching(/[.]$/) } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('another method is told which ones there are', async () => {
    const answer = await httpBench(routes).call('DELETE', '/api/shelves/7');
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(answer.headers.get('allow')).toBe('PATCH, GET, HEAD');
  });
});

describe('If-Match', () => {
  test.each([
    ['7', 7],
    ['"7"', 7],
  ])('%s is version %i', async (text, version) => {
    const answer = await httpBench(routes).call('PATCH', '/api/shelves/1', { name: 'a' }, { 'If-Match': text });
    expect(answer.body.ifMatch).toBe(version);
  });
  test.each(['*', '"7", "8"', 'W/"7"', '7, 8', '-1', '0', '07', '7.0', '1e3', '"7', 'seven', '9007199254740993'])(
    '%s names no version',
    async (text) => {
      const answer = await httpBench(routes).call('PATCH', '/api/shelves/1', { name: 'a' }, { 'If-Match': text });
      expect(answer).toMatchObject({ status: 400, body: { code: 'malformed_if_match' } });
    },
  );
  test('is refused where no version would be checked', async () => {
    const answer = await httpBench(routes).call('GET', '/api/shelves/1', undefined, { 'If-Match': '7' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'if_match_not_taken' } });
  });
});

describe('Idempotency-Key', () => {
  test.each([
    ['k', 'k'],
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('%s is taken', async (text, key) => {
    const answer = await httpBench(routes).call('PATCH', '/api/shelves/1', { name: 'a' }, { 'Idempotency-Key': text });
    expect(answer.body.idempotencyKey).toBe(key);
  });
  test.each(['', '""', 'two words', 'x'.repeat(201), 'caf\u00e9'])('%s is not', async (text) => {
    const answer = await httpBench(routes).call('PATCH', '/api/shelves/1', { name: 'a' }, { 'Idempotency-Key': text });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed_idempotency_key' } });
  });
});

describe('what a door says no to', () => {
  test('a rule of a context', async () => {
    const { call } = httpBench(answering(() => refusals.shelf_full({ most: 40 })));
    expect((await call('GET', '/api/answer')).body).toEqual({
      type: '/problems/shelf_full',
      title: 'Shelf full',
      status: 422,
      detail: 'A shelf holds 40; this one is full.',
      code: 'shelf_full',
      details: { most: 40 },
    });
  });

  test('a stale version, with the current one', async () => {
    const details = { noun: 'shelf', expected_version: 3, current_version: 7 };
    const { call } = httpBench(answering(() => ({ code: 'version_conflict', sentence: 'It has changed since.', details })));
    expect(await call('GET', '/api/answer')).toMatchObject({ status: 409, body: { current_version: 7 } });
  });
});

describe('what goes wrong', () => {
  const failing = (error: Error) =>
    httpBench(
      answering(() => {
        throw error;
      }),
    );

  test.each([
    ['full', 507, 'storage_full', null],
    ['busy', 503, 'storage_busy', '1'],
  ] as const)('a disk that is %s', async (kind, status, code, retryAfter) => {
    const { call, errors } = failing(new StorageFault(kind, 'disk /secret/book.sqlite: no'));
    const answer = await call('GET', '/api/answer');
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(errors).toHaveLength(1);
  });

  test.each([new StorageFault('broken', 'SELECT secret'), new TypeError('secret is undefined')])(
    'a defect tells nothing but where to look',
    async (error) => {
      const { call, errors } = failing(error);
      const answer = await call('GET', '/api/answer');
      expect(answer).toMatchObject({ status: 500, body: { code: 'unexpected_error' } });
      expect(JSON.stringify(answer.body)).not.toContain('secret');
      expect(errors).toMatchObject([{ err: error, error_id: answer.body.details.error_id }]);
    },
  );
});

test('what was answered is counted by its route, not by its path', async () => {
  const { call, served } = httpBench(routes);
  await call('GET', '/api/shelves/7');
  await call('GET', '/api/shelves/8');
  await call('GET', '/api/cupboards/8');
  expect(served.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
    'GET /api/shelves/:id 200',
    'GET /api/shelves/:id 200',
    'GET /* 404',
  ]);
});
