import type { Event } from '@taffrail/sync';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { httpLine, openHttp } from '../index.ts';
import { idOf } from '../testing/ids.ts';

const line = httpLine(openHttp({ origin: 'http://127.0.0.1', workspaceId: 'main' }));
const { signal } = new AbortController();
const DATE = 'Tue, 10 Mar 2026 20:00:00 GMT';

afterEach(() => void vi.unstubAllGlobals());

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked = vi.fn<(...parameters: readonly unknown[]) => Promise<Response>>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }),
  );
  vi.stubGlobal('fetch', asked);
  return asked;
}

const FACT: Event = {
  event_id: '00000000-0000-7000-8000-000000000001',
  event_seq: 8,
  type: 'AccountClosed',
  aggregate_type: 'account',
  aggregate_id: '00000000-0000-7000-8000-000000000002',
  aggregate_version: 2,
  occurred_at: '2026-03-10T20:00:00.000Z',
  recorded_at: '2026-03-10T20:00:00.000Z',
  command_id: 'one',
  payload: {},
};

const problem = (code: string) => ({ code, detail: `It is ${code}.`, details: {} });

describe('the server over HTTP', () => {
  it.each([
    [408, 'request_too_slow', 'later'],
    [429, 'too_many_attempts', 'later'],
    [500, 'unexpected_error', 'later'],
    [503, 'storage_busy', 'later'],
    [507, 'storage_full', 'later'],
    [401, 'sign_in_needed', 'signed_out'],
    [403, 'role_needed', 'refused'],
    [403, 'scope_needed', 'refused'],
    [403, 'not_let_in', 'revoked'],
    [404, 'no_such_workspace', 'revoked'],
    [410, 'start_over', 'start_over'],
    [409, 'version_conflict', 'refused'],
    [412, 'precondition_failed', 'refused'],
    [413, 'body_too_large', 'refused'],
    [422, 'fill_in_the_future', 'refused'],
    [404, 'no_such_path', 'later'],
    [421, 'wrong_host', 'later'],
  ])('%i %s: %s', async (status, code, kind) => {
    answering(status, problem(code), { date: DATE });
    expect(await line.events(0, 10, 'log', signal)).toMatchObject({ kind, server_ms: Date.parse(DATE) });
  });

  it('waits as long as it is asked to, in seconds or until a date', async () => {
    answering(429, problem('too_many_attempts'), { 'retry-after': '7' });
    expect(await line.snapshot(undefined, signal)).toMatchObject({ kind: 'later', after_ms: 7_000, sentence: 'It is too_many_attempts.' });
    answering(503, 'Bad gateway', { 'retry-after': 'Tue, 10 Mar 2026 20:00:09 GMT', date: DATE });
    expect(await line.snapshot(undefined, signal)).toMatchObject({ kind: 'later', after_ms: 9_000, sentence: 'The server answered 503.' });
  });

  it('takes an answer that is none, or none at all, as a server that was not reached', async () => {
    answering(200, '<html>Sign in to the hotel</html>');
    expect(await line.events(0, 10, 'log', signal)).toMatchObject({ kind: 'later' });
    answering(404, '<html>No such page</html>');
    expect(await line.submit([], signal)).toMatchObject({ kind: 'later', sentence: 'The server answered 404.' });
    answering(200, { protocol: 2 });
    expect(await line.events(0, 10, 'log', signal)).toMatchObject({ kind: 'later', sentence: expect.stringContaining('Reload') as string });
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await line.events(0, 10, 'log', signal)).toEqual({ kind: 'later', sentence: 'The server could not be reached.' });
  });

  it('names the workspace, and where to go on', async () => {
    const asked = answering(200, { protocol: 1, log_id: 'log', last_seq: 7, events: [], next_after: 7 });
    await line.events(7, 10, 'log', signal);
    expect(asked.mock.calls[0]).toMatchObject([
      'http://127.0.0.1/api/events?after=7&limit=10&log=log',
      { headers: { 'taffrail-workspace': 'main' } },
    ]);
  });

  it('follows from a cursor, hands on what comes, and is told where it must start over', async () => {
    const asked = answering(
      200,
      `: facts of log log\nretry: 1000\nid: log:7\n\nid: log:8\ndata: ${JSON.stringify(FACT)}\n\nid: log:8\n\nevent: start-over\ndata: {}\n\n`,
      { 'taffrail-scope': 'read' },
    );
    const told: unknown[] = [];
    const follower = { connected: (said: unknown) => void told.push(said), facts: async (events: unknown) => told.push(events) > 0 };
    expect(await line.follow({ log_id: 'log', seq: 7 }, follower, signal)).toEqual({ kind: 'start_over' });
    expect(told).toEqual([{ scope: 'read' }, [FACT]]);
    expect(asked.mock.calls[0]?.[0]).toBe('http://127.0.0.1/sse/events?last_seq=7&log=log');
  });

  it('hands on whole commands, wherever the network cuts what comes', async () => {
    const ids = [1, 2, 3].map((n) => idOf(n));
    const messages = ids.map((event_id, index) => {
      const fact = { ...FACT, event_id, event_seq: 8 + index, aggregate_version: 2 + index };
      return `id: log:${8 + index}\ndata: ${JSON.stringify(fact)}\n\n`;
    });
    const pieces = [`${messages[0]}${messages[1]?.slice(0, 50)}`, `${messages[1]?.slice(50)}${messages[2]}`, 'id: log:10\n\n'];
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(stream) {
        const piece = pieces.shift();
        if (piece === undefined) stream.close();
        else stream.enqueue(new TextEncoder().encode(piece));
      },
    });
    vi.stubGlobal('fetch', async () => new Response(body));
    const handedOn: string[][] = [];
    const follower = {
      connected: () => {},
      facts: async (events: readonly Event[]) => handedOn.push(events.map(({ event_id }) => event_id)) > 0,
    };
    await line.follow({ log_id: 'log', seq: 7 }, follower, signal);
    expect(handedOn).toEqual([ids]);
  });
});
