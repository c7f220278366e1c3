import { createHash } from 'node:crypto';
import { contexts } from '@taffrail/domain';
import { idSchema } from '@taffrail/domain/kernel';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { coreRoutes, defineRoute, defineStream, mountDocs, type Route } from '../index.ts';
import { httpBench } from '../testing/caller.ts';

const shelf = defineRoute({
  method: 'PATCH',
  path: '/api/shelves/:id',
  summary: 'Rename a <shelf>',
  description: 'Books stay where they are.',
  tag: 'Shelves',
  who: 'member',
  params: z.object({ id: idSchema }),
  query: z.object({ depth: z.string().transform(Number).pipe(z.int().max(9)).default(3) }),
  headers: { ifMatch: 'required', idempotencyKey: 'optional' },
  body: z.strictObject({
    name: z
      .string()
      .max(40)
      .describe('What it says on the front')
      .meta({ examples: ["Trader's"] }),
    books: z.array(z.object({ title: z.string() })).optional(),
  }),
  answers: [{ status: 200, description: 'The shelf', schema: z.object({ id: idSchema, version: z.int() }) }],
  door: () => ({ status: 200, body: {} }),
});
const follow = defineStream({ path: '/sse/shelves', summary: 'Follow shelves', tag: 'Shelves', who: 'member', follows: ['shelf'] });
const routes: readonly Route[] = [...coreRoutes, shelf, follow];

function documented() {
  const bench = httpBench(routes);
  mountDocs(bench.app, { routes, contexts });
  return bench;
}

describe('the OpenAPI document', () => {
  test('has every route, with what it takes and answers', async () => {
    const { body } = await documented().call('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual([
      '/api/commands',
      '/api/events',
      '/sse/events',
      '/api/snapshot',
      '/api/shelves/{id}',
      '/sse/shelves',
    ]);
    expect(body.paths['/api/shelves/{id}'].patch).toMatchObject({
      summary: 'Rename a <shelf>',
      tags: ['Shelves'],
      parameters: [
        { name: 'id', in: 'path', required: true },
        { name: 'depth', in: 'query', required: false, schema: { type: 'integer', default: 3 } },
        { name: 'If-Match', in: 'header', required: true },
        { name: 'Idempotency-Key', in: 'header', required: false },
      ],
      requestBody: { required: true, content: { 'application/json': { schema: { required: ['name'], additionalProperties: false } } } },
      responses: { '200': { description: 'The shelf' }, default: { $ref: '#/components/responses/Problem' } },
    });
  });

  test('names every operation once and refers to nothing that is not there', async () => {
    const { body } = await documented().call('GET', '/api/openapi.json');
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path as object)) as { operationId: string }[];
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
    const leadsNowhere = (path: string): boolean => path.split('/').reduce((inside, key) => inside?.[key], body) === undefined;
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter(leadsNowhere)).toEqual([]);
  });

  test('has the payload of every command and every event of the contexts', async () => {
    const { body } = await documented().call('GET', '/api/openapi.json');
    const names = Object.keys(body.components.schemas);
    expect(names).toEqual(expect.arrayContaining(['Problem', 'Event', 'PositionCreatedEvent', 'FillRecordedEvent', 'RecordFillCommand']));
  });
});

describe('the page', () => {
  const page = async (): Promise<string> => (await documented().call('GET', '/api/docs')).body;

  test('shows every route, field, command and event', async () => {
    const html = await page();
    for (const route of routes) expect(html).toContain(route.path.split(':')[0]);
    for (const shown of ['What it says on the front', 'If-Match', 'title', 'RecordFill', 'FillRecorded', 'version_conflict'])
      expect(html).toContain(shown);
  });

  test('marks as required what a caller must send, and nothing of what a caller gets', async () => {
    const shelfEntry = /<article class="entry" id="patch-api-shelves-id">[^]*?<\/article>/.exec(await page())?.[0] ?? '';
    const required = [...shelfEntry.matchAll(/<code>(?:<span class="inside">([^<]*)<\/span>)?([^<]*)<\/code>(?:(?!<\/dt>)[^])*required/g)];
    expect(required.map(([, inside, name]) => `${inside}${name}`)).toEqual(['id', 'If-Match', 'name', 'books[].title']);
  });

  test('takes nothing in its texts for markup', async () => {
    const html = await page();
    expect(html).toContain('Rename a &lt;shelf&gt;');
    expect(html).not.toContain('<shelf>');
  });

  test('gives a request to copy that a shell takes as it is meant', async () => {
    const html = (await page()).replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    expect(html).toContain(`curl -X PATCH 'http://localhost/api/shelves/01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90'`);
    expect(html).toContain(String.raw`"name": "Trader'\''s"`);
    expect(html).toContain(`curl -N 'http://localhost/sse/shelves?last_seq=0'`);
  });

  test('runs no script and brings the only style its policy allows', async () => {
    const answer = await documented().call('GET', '/api/docs');
    const style = /<style>([^]*)<\/style>/.exec(answer.body)?.[1] ?? '';
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(answer.body).not.toMatch(/<script|\son\w+=|\sstyle=/);
  });

  test("a problem's type leads to where problems are explained", async () => {
    const bench = documented();
    const { body } = await bench.call('GET', '/api/events?after=x');
    const answer = await bench.call('GET', body.type);
    expect(answer.headers.get('location')).toBe('/api/docs#problems');
    expect((await bench.call('GET', '/api/docs')).body).toContain('id="problems"');
  });

  test('every link inside the page leads somewhere', async () => {
    const html = await page();
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect(targets.length).toBeGreaterThan(routes.length);
  });
});
