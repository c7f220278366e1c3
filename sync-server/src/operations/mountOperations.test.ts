import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { App } from '../http/index.ts';
import { mountOperations, openMetrics } from './index.ts';

const now = () => '2025-02-05T10:30:00.000Z';

function statusOf(path: string, remoteAddress: string, headers: Record<string, string> = {}): Promise<number> {
  const app: App = new Hono();
  const figures = { synchronous: () => [], write: () => {}, freeBytes: () => 1, minFreeBytes: 0 };
  const probes = { ...figures, now, startedAt: now(), lastBackupAt: now, backupEveryHours: 24 };
  mountOperations(app, probes, openMetrics({ streamsOpen: () => 0, workspacesOpen: () => 0, lastBackupMs: () => 0 }));
  return Promise.resolve(app.request(path, { headers }, { incoming: { socket: { remoteAddress } } })).then(({ status }) => status);
}

test.each([
  ['127.0.0.1', {}, 200],
  ['::1', {}, 200],
  ['::ffff:127.0.0.1', {}, 200],
  ['127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, 404],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, 404],
  ['192.0.2.1', {}, 404],
])('how the server is doing is told from %s with %o: %i', async (address, headers, status) => {
  expect(await statusOf('/readyz', address, headers)).toBe(status);
  expect(await statusOf('/metrics', address, headers)).toBe(status);
  expect(await statusOf('/healthz', address, headers)).toBe(200);
});
