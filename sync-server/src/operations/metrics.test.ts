import { expect, it } from 'vitest';
import { openMetrics, type Gauges } from './metrics.ts';

const none: Gauges = { streamsOpen: () => 0, workspacesOpen: () => 0, lastBackupMs: () => undefined };

it('counts commands by outcome, and the commits they shared', async () => {
  const metrics = openMetrics(none);
  metrics.committed(['accepted', 'accepted', 'refused'], 4);
  metrics.committed(['accepted'], 2);
  const text = await metrics.text();
  expect(text).toContain('taffrail_commands_total{outcome="accepted"} 3');
  expect(text).toContain('taffrail_commands_total{outcome="refused"} 1');
  expect(text).toContain('taffrail_commit_seconds_sum 0.006');
  expect(text).toContain('taffrail_commit_batch_size_sum 4');
  expect(text).toContain('taffrail_commit_batch_size_count 2');
});

it('times requests by route, and does not grow with invented methods', async () => {
  const metrics = openMetrics(none);
  for (const method of ['GET', 'SAIL', 'ROW']) metrics.answered({ method, route: '/api/positions/:id', status: 200, elapsedMs: 3 });
  const text = await metrics.text();
  expect(text).toContain('taffrail_http_request_seconds_count{route="/api/positions/:id",method="GET",status="200"} 1');
  expect(text).toContain('taffrail_http_request_seconds_count{route="/api/positions/:id",method="other",status="200"} 2');
});

it('asks for the figures of others when somebody looks', async () => {
  let streams = 1;
  const metrics = openMetrics({ streamsOpen: () => streams, workspacesOpen: () => 2, lastBackupMs: () => 1_700_000_000_000 });
  expect(await metrics.text()).toContain('taffrail_streams_open 1');
  streams = 7;
  const text = await metrics.text();
  expect(text).toContain('taffrail_streams_open 7');
  expect(text).toContain('taffrail_workspaces_open 2');
  expect(text).toContain('taffrail_last_backup_timestamp_seconds 1700000000');
});

it('counts storage faults by kind, and tells about the process', async () => {
  const metrics = openMetrics(none);
  metrics.storageFailed('full');
  const text = await metrics.text();
  expect(text).toContain('taffrail_storage_faults_total{kind="full"} 1');
  expect(text).toContain('process_resident_memory_bytes');
  expect(metrics.contentType).toContain('text/plain');
});
