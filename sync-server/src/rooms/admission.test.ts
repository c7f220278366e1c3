import { once } from 'node:events';
import { isRefusal } from '@taffrail/domain/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serve } from '../http/index.ts';
import { identityBench, type IdentityBench, type Visitor } from '../identity/testing/identityBench.ts';
import { openRooms, openSockets } from './index.ts';
import { PAGE } from './testing/house.ts';

let bench: IdentityBench;
let served: Exclude<Awaited<ReturnType<typeof serve>>, { refused: true }>;
let owner: Visitor;

beforeEach(async () => {
  bench = identityBench();
  const { admit, onRevoked } = bench.identity;
  const failed = (_: string, error: unknown): never => {
    throw error;
  };
  const sockets = openSockets({ rooms: openRooms(failed), gate: { admit, onRevoked, isBehindProxy: false }, failed });
  const serving = await serve(bench.app, { host: '127.0.0.1', port: 0, streams: bench.streams, sockets });
  if (isRefusal(serving)) throw new Error(serving.sentence);
  served = serving;
  owner = await bench.claim();
});

afterEach(async () => {
  await served.close();
  bench.close();
});

/** Resolves with 'in' for a socket that was let in, else with the code or status it was turned away with. */
async function knock({ cookie }: { readonly cookie?: string | undefined }, query = '', headers = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${served.port}/sync/${PAGE}${query}`, {
    headers: { ...(cookie && { cookie }), ...headers },
  });
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve);
  });
  const turnedAway = new Promise<number>((resolve) => {
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
  });
  socket.on('error', () => {});
  const greeted = once(socket, 'message').then(() => 'in' as const);
  const answer = await Promise.race([greeted, closed, turnedAway]);
  return { answer, socket, closed };
}

test('a socket is let in as a request would be', async () => {
  const viewer = await bench.join(owner, 'Viewer', 'viewer');
  const member = await bench.join(owner, 'Member', 'member');
  expect((await knock({})).answer).toBe(4401);
  expect((await knock({ cookie: 'taffrail=made-up' })).answer).toBe(4401);
  expect((await knock(viewer)).answer).toBe(4403);
  expect((await knock(member)).answer).toBe('in');
  expect((await knock(owner)).answer).toBe('in');
});

test("another workspace's documents are as if there were none", async () => {
  const stranger = await bench.join(owner, 'Member', 'member');
  await owner.call('POST', '/api/identity/workspaces', { id: 'desk' });
  expect((await knock(owner, '?workspace=desk')).answer).toBe('in');
  expect((await knock(stranger, '?workspace=desk')).answer).toBe(4404);
  expect((await knock(stranger, '?workspace=nowhere')).answer).toBe(4404);
});

test("another site's page cannot open one, whatever cookie the browser sends along", async () => {
  expect((await knock(owner, '', { origin: 'https://elsewhere.example' })).answer).toBe(403);
});

test('whoever signs out is cut off at once', async () => {
  const { answer, closed } = await knock(owner);
  expect(answer).toBe('in');
  await owner.call('POST', '/api/identity/sign-out');
  await closed;
  expect((await knock(owner)).answer).toBe(4401);
});
