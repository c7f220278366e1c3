import { expect, it } from 'vitest';
import { readiness, type Check, type HealthProbes, type Readiness } from './health.ts';

const MB = 1024 * 1024;

const well: HealthProbes = {
  synchronous: () => [2, 2],
  write: () => {},
  freeBytes: () => 500 * MB,
  minFreeBytes: 64 * MB,
  now: () => '2026-01-10T12:00:00.000Z',
  startedAt: '2026-01-01T12:00:00.000Z',
  lastBackupAt: () => '2026-01-10T00:00:00.000Z',
  backupEveryHours: 24,
};

const found = (answer: Readiness, name: Check['name']): Check | undefined => answer.checks.find((check) => check.name === name);

it('is ready when all is well, also before any book is open', () => {
  expect(readiness(well)).toMatchObject({
    status: 'ok',
    checks: [{ name: 'durable' }, { name: 'writable' }, { name: 'disk' }, { name: 'backup' }],
  });
  expect(readiness({ ...well, synchronous: () => [] }).status).toBe('ok');
});

it('is not ready when one book is not synced at each commit', () => {
  const answer = readiness({ ...well, synchronous: () => [2, 1] });
  expect(answer.status).toBe('fail');
  expect(found(answer, 'durable')).toMatchObject({ status: 'fail' });
});

it('is not ready when a write fails, and says why', () => {
  const answer = readiness({
    ...well,
    write: () => {
      throw new Error('no space left');
    },
  });
  expect(answer.status).toBe('fail');
  expect(found(answer, 'writable')).toMatchObject({ status: 'fail', sentence: 'no space left' });
});

it.each([
  [64 * MB, 'ok'],
  [64 * MB - 1, 'fail'],
])('with %d bytes free the disk is %s', (bytes, status) => {
  expect(found(readiness({ ...well, freeBytes: () => bytes }), 'disk')).toMatchObject({ status });
});

it.each<[string, Partial<HealthProbes>, Readiness['status']]>([
  ['made in time', { lastBackupAt: () => '2026-01-08T12:00:00.000Z' }, 'ok'],
  ['a whole round late', { lastBackupAt: () => '2026-01-08T11:59:59.999Z' }, 'warn'],
  ['never made, though the server has long run', { lastBackupAt: () => undefined }, 'warn'],
  ['not made yet', { lastBackupAt: () => undefined, startedAt: '2026-01-10T11:00:00.000Z' }, 'ok'],
  ['turned off', { backupEveryHours: 0 }, 'warn'],
])('a backup that is %s is no reason to turn anybody away', (_, probes, status) => {
  const answer = readiness({ ...well, ...probes });
  expect(found(answer, 'backup')).toMatchObject({ status });
  expect(answer.status).toBe(status);
});

it('fails as badly as its worst check', () => {
  expect(readiness({ ...well, backupEveryHours: 0, freeBytes: () => 0 }).status).toBe('fail');
});
